import type { Words } from './words.ts';

export const it: Words = {
  greeting: (firstName) => (firstName ? `Ciao ${firstName},` : 'Ciao,'),
  cancelled: {
    subject: (orderName) => `Il tuo ordine ${orderName} è annullato`,
    intro: (orderName) => `Il tuo ordine ${orderName} è annullato. Non devi fare altro.`,
    part: {
      subject: (orderName) => `Una parte del tuo ordine ${orderName} è annullata`,
      intro: (orderName) =>
        `Gli articoli qui sotto sono annullati. Il resto del tuo ordine ${orderName} prosegue come prima.`,
      itemsHeading: 'Articoli annullati',
    },
    fee: {
      heading: 'Spese di annullamento',
      explanation: 'Sono state mostrate prima della conferma e non vengono rimborsate.',
    },
    kept: {
      heading: 'Non rimborsato',
      label: 'Non incluso nel rimborso',
      explanation:
        'Non rimborsiamo questa parte del pagamento. Rispondi a questa email se hai domande.',
    },
    refunded: {
      heading: 'Il tuo rimborso',
      sent: 'Lo abbiamo inviato al metodo di pagamento originale. A seconda della banca o del fornitore di servizi di pagamento possono servire diversi giorni lavorativi.',
      onItsWay:
        'È in viaggio verso il metodo di pagamento originale e attende la conferma del fornitore di servizi di pagamento. A seconda della banca o del fornitore di servizi di pagamento possono servire diversi giorni lavorativi.',
    },
    released: {
      heading: 'Autorizzato, mai addebitato',
      explanation:
        'Questo importo era solo autorizzato. L’autorizzazione è stata annullata, quindi non c’è nulla da rimborsare. La banca può impiegare qualche giorno a mostrarlo.',
    },
    byHand: {
      heading: 'Rimborsato direttamente da noi',
      explanation: 'Concordiamo questo rimborso direttamente con te.',
    },
    storeCredit: {
      heading: 'Credito del negozio',
      label: 'Credito del negozio',
      given: 'È sul tuo account e puoi usarlo per il prossimo ordine.',
      onItsWay: 'È in corso di accredito sul tuo account.',
    },
  },
  declined: {
    subject: (orderName) => `Non è stato possibile annullare il tuo ordine ${orderName}`,
    intro: (orderName) =>
      `Hai chiesto di annullare il tuo ordine ${orderName}. Non è stato annullato e prosegue come prima.`,
    why: {
      staff_declined:
        'Non abbiamo potuto accettare l’annullamento. Per domande, rispondi a questa email.',
      customer_withdrew: 'Hai ritirato la richiesta.',
      not_answered:
        'Non abbiamo risposto in tempo. Rispondi a questa email se vuoi ancora annullare.',
      already_shipped:
        'È già stato spedito. Dopo la consegna il reso potrebbe essere possibile: consulta le nostre condizioni di reso.',
      fulfillment_started:
        'È già in preparazione. Dopo la consegna il reso potrebbe essere possibile: consulta le nostre condizioni di reso.',
      warehouse_refused:
        'Il magazzino non poteva più fermarlo. Dopo la consegna il reso potrebbe essere possibile: consulta le nostre condizioni di reso.',
      cancelled_elsewhere: 'Abbiamo gestito questo ordine in un altro modo.',
      order_gone: 'Questo ordine non esiste più nel nostro negozio.',
      outcome_unknown: 'Stiamo verificando questo ordine. Rispondi a questa email e ti aiuteremo.',
      not_possible:
        'Non può essere annullato nello stato attuale. Rispondi a questa email e ti aiuteremo.',
    },
    nextStep: {
      return_it: 'Puoi restituire gli articoli dopo la consegna.',
      contact_shop: 'Rispondi a questa email: cercheremo una soluzione con te.',
      wait_for_delivery: 'Attendi la consegna; non serve altro.',
    },
    contact: 'Scrivici',
    returns: 'Vedi le nostre condizioni di reso',
  },
  received: {
    subject: (orderName) => `Abbiamo ricevuto la tua richiesta di annullamento di ${orderName}`,
    intro: (orderName) =>
      `Il tuo ordine ${orderName} è sospeso. Quando la tua banca confermerà il pagamento, lo annulleremo e ti rimborseremo quanto pagato.`,
    review: (orderName) =>
      `Abbiamo ricevuto la tua richiesta di annullare l’ordine ${orderName}. L’ordine è sospeso mentre la esaminiamo. Riceverai la risposta via email.`,
  },
  requestedPart: {
    received: (orderName) =>
      `Abbiamo ricevuto la tua richiesta di annullare articoli dell’ordine ${orderName}. L’ordine è sospeso mentre la esaminiamo. Riceverai la risposta via email.`,
    declined: {
      subject: (orderName) =>
        `Non è stato possibile annullare articoli del tuo ordine ${orderName}`,
      intro: (orderName) =>
        `Hai chiesto di annullare gli articoli qui sotto del tuo ordine ${orderName}. Non sono stati annullati e proseguono come prima.`,
    },
    itemsHeading: 'Articoli della tua richiesta',
  },
  refundFailed: {
    subject: (orderName) => `Il rimborso del tuo ordine ${orderName} è in ritardo`,
    intro: (orderName, amount) =>
      `Il rimborso di ${amount} per il tuo ordine ${orderName} non è andato a buon fine. Ce ne stiamo occupando e ti contatteremo.`,
  },
  noteFrom: (shopName) => `Un messaggio da ${shopName}`,
  viewOrder: 'Vedi il tuo ordine',
  replies: (shopName) => `La tua risposta a questa email arriva a ${shopName}.`,
  staff: {
    waiting: {
      subject: (orderName) => `Una richiesta di annullare ${orderName} ti aspetta`,
      intro: (orderName) =>
        `Un cliente chiede di annullare l’ordine ${orderName}. L’evasione è in sospeso finché non rispondi.`,
    },
    near: {
      subject: (orderName) => `La richiesta di annullare ${orderName} sta per scadere`,
      intro: (orderName) =>
        `La richiesta di annullare l’ordine ${orderName} aspetta ancora la tua risposta.`,
    },
    until: (time) =>
      `Se nessuno risponde entro il ${time}, la richiesta termina automaticamente: l’evasione riprende e il cliente viene avvisato che non è stata accettata.`,
    what: 'Che cosa va annullato',
    wholeOrder: 'Tutto l’ordine',
    howMuch: 'Rimborso se accetti',
    refund: 'Rimborso',
    open: 'Apri la richiesta',
    closing: 'Unorder invia questo messaggio all’indirizzo di contatto del tuo negozio.',
  },
};
