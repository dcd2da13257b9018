import type { StorefrontWords } from './words.ts';

export const de: StorefrontWords = {
  policy: {
    version: (version, since) => `Fassung ${version}, gültig seit dem ${since}.`,
    initialVersion: 'Wir haben diese Bedingungen bisher nicht geändert.',
    cancelAnOrder: 'Bestellung ohne Konto stornieren',
  },
  languages: 'Sprachen',
  problem: {
    title: 'Diese Seite kann gerade nicht angezeigt werden',
    unavailable:
      'Wir sind gerade nicht erreichbar. Es wurde nichts geändert. Bitte versuche es in einer Minute erneut.',
    failed: (reference) =>
      `Bei uns ist etwas schiefgegangen. Bitte versuche es in einer Minute erneut. Kennung: ${reference}`,
  },
  guest: {
    title: 'Bestellung stornieren',
    policyLink: 'Stornierungsbedingungen lesen',
    notAvailable:
      'Wir verschicken keine Codes per E-Mail, daher kann hier nichts storniert werden. Öffne den Link zu deiner Bestellung in der Bestellbestätigung oder kontaktiere uns.',
    tooManyAttempts: (minutes) =>
      minutes === 1
        ? 'Das waren zu viele Versuche. Bitte versuche es in einer Minute erneut.'
        : `Das waren zu viele Versuche. Bitte versuche es in ${minutes} Minuten erneut.`,
    sessionOver:
      'Zu deiner Sicherheit ist diese Seite nur eine halbe Stunde geöffnet. Bitte fordere einen neuen Code an.',
    fault: 'Bitte fülle alles aus und versuche es erneut.',
    ask: {
      intro:
        'Gib deine Bestellnummer und die E-Mail-Adresse oder Telefonnummer der Bestellung ein. Wir senden einen Code an die E-Mail-Adresse der Bestellung.',
      orderName: 'Bestellnummer',
      orderNameHint: 'Sie steht in deiner Bestellbestätigung, zum Beispiel #1042.',
      contact: 'E-Mail-Adresse oder Telefonnummer',
      submit: 'Code senden',
    },
    code: {
      sent: 'Wenn es diese Bestellung gibt, haben wir einen Code an ihre E-Mail-Adresse gesendet. Er gilt 10 Minuten.',
      label: 'Code',
      submit: 'Weiter',
      wrong:
        'Dieser Code stimmt nicht oder gilt nicht mehr. Prüfe ihn oder fordere einen neuen an.',
      notArrived:
        'Keine E-Mail da? Es kann eine Minute dauern. Sieh auch im Spam-Ordner nach und prüfe deine Angaben.',
      again: 'Neuen Code anfordern',
    },
    order: {
      heading: (orderName) => `Bestellung ${orderName}`,
      update: 'Weiter',
      change: 'Auswahl ändern',
      refresh: 'Status aktualisieren',
    },
  },
};
