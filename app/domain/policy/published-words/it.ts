import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfillment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`fino a ${duration} dopo l’ordine`]),
    ...(cutOff === null
      ? []
      : [
          `fino alle ${cutOff.time} (${cutOff.zone}) del primo dei nostri giorni lavorativi in cui quell’ora è successiva al tuo ordine`,
        ]),
    ...(untilFulfillment
      ? ['fino a quando iniziamo a prepararlo']
      : ['fino a quando viene spedito']),
  ];
  const whichever = limits.length > 1 ? ', se ciò avviene prima' : '';
  return `${limits.join(' o ')}${whichever}`;
};

export const it: PublishedWords = {
  code: 'it',
  quoted: (text) => `«${text}»`,
  units: {
    minute: ['n minuto', 'n minuti'],
    hour: ['n ora', 'n ore'],
    day: ['n giorno', 'n giorni'],
    cancellation: ['n annullamento', 'n annullamenti'],
    request: ['n altra richiesta', 'n altre richieste'],
  },
  title: 'Condizioni di annullamento',
  introduction:
    'Qui è spiegato quando e come puoi annullare online un ordine. Restano salvi il diritto di recesso e ogni altro diritto previsto dalla legge.',
  switchedOff:
    'Al momento gli ordini non possono essere annullati online. Contattaci se desideri annullarne uno.',
  headings: {
    who: 'Chi può annullare',
    until: 'Fino a quando',
    exceptions: 'Che cosa è escluso',
    refund: 'Il tuo rimborso',
    part: 'Se annulli solo una parte dell’ordine',
    openingDays: 'I nostri giorni lavorativi',
    how: 'Come annullare',
  },
  buyers: {
    customer: 'i clienti con un account',
    guest: 'i clienti che hanno ordinato senza account',
    company_buyer: 'le persone che acquistano per conto di un’azienda',
  },
  who: (buyers, countries) =>
    `Questo vale per ${buyers}${countries === null ? ', qualunque sia la destinazione' : `, con consegna nei seguenti Paesi: ${countries}`}.`,
  ruleOrder: 'Se più di una di queste sezioni riguarda il tuo ordine, si applica la prima di esse.',
  nobodyElse: 'Per tutti gli altri ordini, contattaci.',
  what: {
    whole_order: 'Puoi annullare l’ordine per intero.',
    lines: 'Puoi annullare l’intero ordine o singoli articoli, ciascuno con tutti i suoi pezzi.',
    quantities: 'Puoi annullare l’intero ordine, singoli articoli o solo alcuni pezzi.',
  },
  instant: (limits) =>
    `Puoi annullare subito, ${until(limits)}. La nostra approvazione non è necessaria.`,
  request: (limits) =>
    `Puoi chiederci di annullare ${until(limits)}. Decidiamo noi sulla tua richiesta.`,
  noInstant: 'Nulla viene annullato senza la nostra approvazione.',
  noRequest: 'In seguito non puoi più chiederlo online.',
  reviewDays: (days) =>
    `Se serve la nostra approvazione, rispondiamo entro ${days}. In caso contrario la richiesta si chiude e il tuo ordine prosegue.`,
  afterDecline: (requests) =>
    requests === null
      ? 'Se rifiutiamo una richiesta, non puoi ripeterla per gli stessi articoli, a meno che il tuo ordine o queste condizioni non siano cambiati.'
      : `Se rifiutiamo una richiesta, puoi inviare ${requests} per gli stessi articoli.`,
  reviewAbove: (amounts) => `Ciò che vale più di ${amounts} viene annullato solo se lo approviamo.`,
  refused: (what) => `Non annullabili qui: ${what}.`,
  reviewed: (what) => `Solo con la nostra approvazione: ${what}.`,
  exclusions: {
    product_tag: () => 'alcuni articoli',
    product_type: (values) => `articoli del tipo ${values}`,
    collection: (values) => `articoli della collezione ${values}`,
    final_sale: () => 'articoli senza cambio né reso',
    gift_card: () => 'buoni regalo',
    subscription: () => 'abbonamenti',
    pre_order: () => 'preordini',
    personalised: () => 'articoli personalizzati',
    digital: () => 'download, biglietti e altri articoli che non vengono spediti',
    customer_tag: () => 'alcuni ordini',
    order_tag: () => 'alcuni ordini',
    sales_channel: (values) => `ordini effettuati tramite ${values}`,
    payment_method: (values) => `ordini pagati con ${values}`,
    risk_level: () => 'ordini che richiedono una verifica aggiuntiva',
  },
  noExceptions: 'Nessun articolo è escluso.',
  always: {
    sent: 'Ciò che è già stato spedito, è pronto per il ritiro o è in consegna non può essere annullato qui. Per i resi consulta le nostre condizioni di reso.',
    onlyTheShop:
      'Gli acquisti effettuati nel nostro negozio fisico e gli ordini con una contestazione di pagamento aperta non possono essere annullati qui. Contattaci.',
    usedGiftCard:
      'Se un buono regalo del tuo ordine è già stato usato, decidiamo sulla tua richiesta.',
    bundle: 'Gli articoli venduti come set possono essere annullati solo insieme.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Dopo ${cancellations} in ${days}, contattaci per annullare altro.`,
    review: (cancellations, days) =>
      `Dopo ${cancellations} in ${days}, decidiamo su ogni ulteriore annullamento.`,
  },
  method: {
    original: 'Il denaro torna sui metodi di pagamento con cui hai pagato.',
    store_credit:
      'Ricevi quanto hai pagato come credito del negozio. Ciò non si applica se eserciti un diritto di recesso previsto dalla legge.',
    customers_choice:
      'Scegli tu: il denaro torna sui metodi di pagamento con cui hai pagato, oppure ricevi un credito del negozio.',
  },
  bonus: (percent) => `Credito del negozio: ${percent} in più.`,
  fee: {
    none: 'Non ci sono spese di annullamento.',
    fixed: (amounts) => `Spese di annullamento: ${amounts}.`,
    percent: (percent) => `Spese di annullamento: ${percent}.`,
    touches: {
      goods: 'Vengono detratte solo da quanto hai pagato per la merce.',
      goods_and_shipping: 'Vengono detratte da quanto hai pagato per la merce e per la spedizione.',
    },
    limits:
      'Sono mostrate prima della conferma e non superano mai il tuo rimborso. Sugli importi solo autorizzati non ci sono spese, e nemmeno se eserciti un diritto di recesso previsto dalla legge.',
  },
  released: 'L’autorizzazione di un importo non addebitato viene annullata.',
  wholeOrder:
    'Con l’intero ordine vengono restituiti per intero la spedizione, le mance, i dazi e gli oneri di importazione.',
  shipping: {
    keep: 'La spedizione viene rimborsata quando non resta più nulla da spedire.',
    proportional: 'Viene restituita la parte della spedizione relativa agli articoli annullati.',
  },
  tip: {
    keep: 'Le mance non vengono rimborsate.',
    proportional: 'Viene restituita la parte di una mancia relativa agli articoli annullati.',
  },
  duties: {
    keep: 'I dazi non vengono rimborsati.',
    proportional: 'Vengono restituiti i dazi sugli articoli annullati.',
  },
  keepTheDeal:
    'Gli sconti e la spedizione gratuita concessi al tuo ordine restano, anche se il resto è più piccolo.',
  freeShipping: (minimum, price) =>
    `Se il resto vale meno di ${minimum}, la spedizione gratuita non si applica più e dal rimborso vengono detratti ${price} di spedizione.`,
  discount: (title, minimum) =>
    `Se il resto vale meno di ${minimum}, lo sconto ${title} non si applica più e lo sconto sugli altri articoli viene detratto dal rimborso.`,
  otherDeals:
    'Tutti gli altri sconti restano. Quanto viene detratto dal rimborso è mostrato prima della conferma.',
  openingDays: (days) => `I nostri giorni lavorativi sono: ${days}.`,
  closedOn: (dates) => `Siamo chiusi nelle seguenti date: ${dates}.`,
  how: 'Apri l’ordine nel tuo account cliente, scegli «Annulla ordine» e conferma ciò che vedi. Riceverai un messaggio appena sarà fatto.',
  howGuest:
    'Senza account, usa la nostra pagina di annullamento con il numero dell’ordine e l’indirizzo email o il telefono dell’ordine.',
  reasons: (reasons) => `Scegli un motivo: ${reasons}.`,
  withComment: (reason) => `${reason} (con un commento)`,
  earlierOrders:
    'Le condizioni in vigore al momento dell’ordine restano valide per esso, a meno che quelle attuali non ti siano più favorevoli.',
};
