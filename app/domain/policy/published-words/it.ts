import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfilment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`entro ${duration} dall’ordine`]),
    ...(cutOff === null
      ? []
      : [
          `fino alle ${cutOff.time} (${cutOff.zone}) del primo dei nostri giorni di apertura in cui quell’ora è successiva al suo ordine`,
        ]),
    ...(untilFulfilment ? ['prima che iniziamo a prepararlo'] : ['prima che venga spedito']),
  ];
  const whichever = limits.length > 1 ? ', a seconda di cosa avviene prima' : '';
  return `${limits.join(', ')}${whichever}`;
};

export const it: PublishedWords = {
  code: 'it',
  quoted: (text) => `«${text}»`,
  units: {
    minute: ['n minuto', 'n minuti'],
    hour: ['n ora', 'n ore'],
    day: ['n giorno', 'n giorni'],
  },
  title: 'Condizioni di annullamento',
  introduction:
    'Qui è spiegato quando e come può annullare da solo un ordine. Restano salvi il diritto di recesso e ogni altro diritto previsto dalla legge.',
  switchedOff:
    'Al momento gli ordini non possono essere annullati online. Ci contatti se desidera annullarne uno.',
  headings: {
    who: 'Chi può annullare',
    until: 'Fino a quando',
    exceptions: 'Che cosa è escluso',
    refund: 'Che cosa le viene restituito',
    part: 'Se annulla solo una parte dell’ordine',
    openingDays: 'I nostri giorni di apertura',
    how: 'Come annullare',
  },
  buyers: {
    customer: 'i clienti con un account',
    guest: 'i clienti che hanno ordinato senza account',
    company_buyer: 'le persone che acquistano per un’azienda in cui hanno un ruolo',
  },
  who: (buyers, countries) =>
    `Questo vale per ${buyers}${countries === null ? ', qualunque sia la destinazione' : `, per gli ordini destinati ai seguenti Paesi: ${countries}`}.`,
  ruleOrder: 'Se più di una di queste sezioni riguarda il suo ordine, si applica la prima di esse.',
  nobodyElse: 'Per tutti gli altri ordini, ci contatti.',
  what: {
    whole_order: 'Può annullare l’ordine per intero.',
    lines: 'Può annullare l’intero ordine o singoli articoli, ciascuno con tutte le sue unità.',
    quantities: 'Può annullare l’intero ordine, singoli articoli o singole unità di essi.',
  },
  instant: (limits) =>
    `Può annullare subito ${until(limits)}. L’annullamento viene allora eseguito senza la nostra approvazione.`,
  request: (limits) =>
    `Può chiederci di annullare ${until(limits)}. Decidiamo allora sulla sua richiesta.`,
  noInstant: 'Nulla viene annullato senza la nostra approvazione.',
  noRequest: 'In seguito non può più chiederlo online.',
  reviewDays: (days) =>
    `Se la sua richiesta richiede la nostra approvazione, rispondiamo entro ${days}. In caso contrario la richiesta si chiude e il suo ordine prosegue.`,
  reviewAbove: (amounts) => `Ciò che vale più di ${amounts} viene annullato solo se lo approviamo.`,
  refused: (what) => `Non può annullare da solo: ${what}.`,
  reviewed: (what) => `Decidiamo sulla sua richiesta nel caso di: ${what}.`,
  exclusions: {
    product_tag: (values) => `prodotti contrassegnati ${values}`,
    product_type: (values) => `prodotti del tipo ${values}`,
    collection: (values) => `prodotti della collezione ${values}`,
    final_sale: (values) => `prodotti in vendita finale (contrassegnati ${values})`,
    gift_card: () => 'carte regalo',
    subscription: () => 'abbonamenti',
    pre_order: () => 'preordini',
    personalised: () => 'prodotti personalizzati',
    digital: () => 'download, biglietti e altri prodotti che non vengono spediti',
    customer_tag: (values) => `ordini di clienti contrassegnati ${values}`,
    order_tag: (values) => `ordini contrassegnati ${values}`,
    sales_channel: (values) => `ordini effettuati tramite ${values}`,
    payment_method: (values) => `ordini pagati con ${values}`,
    risk_level: (values) =>
      `ordini il cui rischio è ${values} secondo il nostro controllo antifrode`,
  },
  risk: { MEDIUM: 'medio', HIGH: 'alto' },
  noExceptions: 'Nessun prodotto è escluso.',
  always: {
    sent: 'Ciò che è già stato spedito, è pronto per il ritiro o è in consegna non può essere annullato qui. Può restituirlo.',
    onlyTheShop:
      'Gli ordini acquistati nel nostro negozio fisico e quelli il cui pagamento è all’esame di una banca non possono essere annullati qui. Ci contatti.',
    usedGiftCard:
      'Se una carta regalo del suo ordine è già stata usata, decidiamo sulla sua richiesta.',
    bundle: 'Gli articoli venduti come set possono essere annullati solo insieme.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Dopo ${cancellations} annullamenti in ${days}, ci contatti per ogni ulteriore annullamento.`,
    review: (cancellations, days) =>
      `Dopo ${cancellations} annullamenti in ${days}, decidiamo su ogni ulteriore annullamento.`,
  },
  method: {
    original: 'Il denaro torna sui metodi di pagamento con cui ha pagato.',
    store_credit: 'Riceve quanto ha pagato come credito del negozio.',
    customers_choice:
      'Sceglie lei: il denaro torna sui metodi di pagamento con cui ha pagato, oppure riceve un credito del negozio.',
  },
  bonus: (percent) => `Al credito del negozio aggiungiamo il ${percent}.`,
  fee: {
    none: 'Non ci sono spese di annullamento.',
    fixed: (amounts) => `Tratteniamo spese di annullamento pari a ${amounts}.`,
    percent: (percent) => `Tratteniamo spese di annullamento pari al ${percent}.`,
    touches: {
      goods: 'Vengono detratte solo da quanto ha pagato per la merce.',
      goods_and_shipping: 'Vengono detratte da quanto ha pagato per la merce e per la spedizione.',
    },
    limits:
      'Sono mostrate prima della conferma e non superano mai quanto le verrebbe restituito. Sugli importi solo riservati non ci sono spese.',
  },
  released: 'Un importo solo riservato e non addebitato viene sbloccato.',
  wholeOrder:
    'Con l’intero ordine vengono restituiti per intero la spedizione, le mance, i dazi e gli oneri di importazione.',
  shipping: {
    keep: 'La spedizione viene restituita quando non resta più nulla da spedire.',
    proportional: 'Viene restituita la parte della spedizione relativa agli articoli annullati.',
  },
  tip: {
    keep: 'Una mancia resta nell’ordine.',
    proportional: 'Viene restituita la parte di una mancia relativa agli articoli annullati.',
  },
  duties: {
    keep: 'I dazi restano nell’ordine.',
    proportional: 'Vengono restituiti i dazi sugli articoli annullati.',
  },
  keepTheDeal:
    'Gli sconti e la spedizione gratuita concessi al suo ordine restano, anche se il resto è più piccolo.',
  freeShipping: (minimum, price) =>
    `Se il resto vale meno di ${minimum}, la spedizione gratuita non si applica più e dal rimborso vengono detratti ${price} di spedizione.`,
  discount: (title, minimum) =>
    `Se il resto vale meno di ${minimum}, lo sconto ${title} non si applica più e quanto ha dato sul resto viene detratto dal rimborso.`,
  otherDeals:
    'Tutti gli altri sconti restano. Quanto viene detratto dal rimborso è mostrato prima della conferma.',
  openingDays: (days) => `Siamo aperti nei seguenti giorni: ${days}.`,
  closedOn: (dates) => `Siamo chiusi nelle seguenti date: ${dates}.`,
  how: 'Apra l’ordine nel suo account cliente, scelga «Annulla ordine» e confermi ciò che vede. Riceverà un messaggio appena sarà fatto.',
  howGuest:
    'Senza account, usi la pagina di annullamento di questo negozio con il numero dell’ordine e l’indirizzo e-mail o il telefono dell’ordine.',
  reasons: (reasons) => `Sceglie un motivo: ${reasons}.`,
  withComment: (reason) => `${reason} (con un commento)`,
  earlierOrders:
    'Le condizioni in vigore al momento dell’ordine restano valide per esso, a meno che quelle attuali non le siano più favorevoli.',
};
