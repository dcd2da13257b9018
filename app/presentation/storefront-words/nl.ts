import type { StorefrontWords } from './words.ts';

export const nl: StorefrontWords = {
  policy: {
    version: (version, since) => `Versie ${version}, geldig sinds ${since}.`,
    initialVersion: 'We hebben deze voorwaarden tot nu toe niet gewijzigd.',
    cancelAnOrder: 'Bestelling annuleren zonder account',
  },
  languages: 'Talen',
  problem: {
    title: 'Deze pagina kan nu niet worden getoond',
    unavailable:
      'We zijn nu niet bereikbaar. Er is niets gewijzigd. Probeer het over een minuut opnieuw.',
    failed: (reference) =>
      `Er ging bij ons iets mis. Probeer het over een minuut opnieuw. Kenmerk: ${reference}`,
  },
  guest: {
    title: 'Bestelling annuleren',
    policyLink: 'Annuleringsvoorwaarden lezen',
    notAvailable:
      'We sturen geen codes per e-mail, dus hier kan niets worden geannuleerd. Open de link naar je bestelling in de bestelbevestiging of neem contact met ons op.',
    tooManyAttempts: (minutes) =>
      minutes === 1
        ? 'Er waren te veel pogingen. Probeer het over een minuut opnieuw.'
        : `Er waren te veel pogingen. Probeer het over ${minutes} minuten opnieuw.`,
    sessionOver:
      'Voor je veiligheid blijft deze pagina maar een half uur open. Vraag een nieuwe code aan.',
    fault: 'Vul alles in en probeer het opnieuw.',
    ask: {
      intro:
        'Vul je bestelnummer in en het e-mailadres of telefoonnummer waarmee je hebt besteld. We sturen een code naar het e-mailadres van de bestelling.',
      orderName: 'Bestelnummer',
      orderNameHint: 'Het staat in je bestelbevestiging, bijvoorbeeld #1042.',
      contact: 'E-mailadres of telefoonnummer',
      submit: 'Code sturen',
    },
    code: {
      sent: 'Als deze bestelling bestaat, hebben we een code naar het e-mailadres ervan gestuurd. De code is 10 minuten geldig.',
      label: 'Code',
      submit: 'Verder',
      wrong:
        'Deze code klopt niet of is niet meer geldig. Controleer de code of vraag een nieuwe aan.',
      notArrived:
        'Geen e-mail? Het kan een minuut duren. Kijk ook in de spammap en controleer wat je hebt ingevuld.',
      again: 'Nieuwe code aanvragen',
    },
    order: {
      heading: (orderName) => `Bestelling ${orderName}`,
      update: 'Doorgaan',
      change: 'Keuze wijzigen',
      refresh: 'Status vernieuwen',
    },
  },
};
