import type { StorefrontWords } from './words.ts';

export const it: StorefrontWords = {
  policy: {
    version: (version, since) => `Versione ${version}, decorrenza: ${since}.`,
    initialVersion: 'Finora non abbiamo modificato queste condizioni.',
    cancelAnOrder: 'Annulla un ordine senza account',
  },
  languages: 'Lingue',
  problem: {
    title: 'Questa pagina non può essere mostrata ora',
    unavailable:
      'Al momento non siamo raggiungibili. Non è stato modificato nulla. Riprova tra un minuto.',
    failed: (reference) =>
      `Qualcosa non ha funzionato da parte nostra. Riprova tra un minuto. Riferimento: ${reference}`,
  },
  guest: {
    title: 'Annulla un ordine',
    policyLink: 'Leggi le condizioni di annullamento',
    notAvailable:
      'Non inviamo codici via email, quindi qui non si può annullare nulla. Apri il link al tuo ordine nella conferma d’ordine o contattaci.',
    tooManyAttempts: (minutes) =>
      minutes === 1
        ? 'Troppi tentativi. Riprova tra un minuto.'
        : `Troppi tentativi. Riprova tra ${minutes} minuti.`,
    sessionOver:
      'Per la tua sicurezza questa pagina resta aperta solo mezz’ora. Richiedi un nuovo codice.',
    fault: 'Compila tutti i campi e riprova.',
    ask: {
      intro:
        'Inserisci il numero d’ordine e l’email o il telefono con cui hai ordinato. Inviamo un codice all’email dell’ordine.',
      orderName: 'Numero d’ordine',
      orderNameHint: 'È nella conferma d’ordine, per esempio #1042.',
      contact: 'Email o telefono',
      submit: 'Invia codice',
    },
    code: {
      sent: 'Se questo ordine esiste, abbiamo inviato un codice alla sua email. Vale 10 minuti.',
      label: 'Codice',
      submit: 'Continua',
      wrong: 'Questo codice non è corretto o non vale più. Controllalo o richiedine uno nuovo.',
      notArrived:
        'Nessuna email? Può volerci un minuto. Guarda anche nello spam e controlla i dati inseriti.',
      again: 'Richiedi un nuovo codice',
    },
    order: {
      heading: (orderName) => `Ordine ${orderName}`,
      update: 'Continua',
      change: 'Cambia la scelta',
      refresh: 'Aggiorna lo stato',
    },
  },
};
