import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfilment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`binnen ${duration} na de bestelling`]),
    ...(cutOff === null
      ? []
      : [
          `tot ${cutOff.time} uur (${cutOff.zone}) op de eerste van onze openingsdagen waarop dat tijdstip na uw bestelling komt`,
        ]),
    ...(untilFulfilment
      ? ['voordat wij met de voorbereiding beginnen']
      : ['voordat de bestelling verzonden is']),
  ];
  const whichever = limits.length > 1 ? ', afhankelijk van wat het eerst komt' : '';
  return `${limits.join(', ')}${whichever}`;
};

export const nl: PublishedWords = {
  code: 'nl',
  quoted: (text) => `‘${text}’`,
  units: { minute: ['n minuut', 'n minuten'], hour: ['n uur', 'n uur'], day: ['n dag', 'n dagen'] },
  title: 'Annuleringsvoorwaarden',
  introduction:
    'Hier staat wanneer en hoe u een bestelling bij ons zelf kunt annuleren. Uw herroepingsrecht en andere wettelijke rechten blijven onverminderd gelden.',
  switchedOff:
    'Bestellingen kunnen op dit moment niet online worden geannuleerd. Neem contact met ons op als u er een wilt annuleren.',
  headings: {
    who: 'Wie kan annuleren',
    until: 'Tot wanneer',
    exceptions: 'Wat is uitgezonderd',
    refund: 'Wat u terugkrijgt',
    part: 'Als u een deel van een bestelling annuleert',
    openingDays: 'Onze openingsdagen',
    how: 'Zo annuleert u',
  },
  buyers: {
    customer: 'klanten met een account',
    guest: 'klanten die zonder account hebben besteld',
    company_buyer: 'personen die inkopen voor een bedrijf waar ze een rol hebben',
  },
  who: (buyers, countries) =>
    `Dit geldt voor ${buyers}${countries === null ? ', ongeacht de bestemming' : `, bij bestellingen naar ${countries}`}.`,
  ruleOrder: 'Passen meerdere van deze onderdelen bij uw bestelling, dan geldt het eerste daarvan.',
  nobodyElse: 'Neem voor alle andere bestellingen contact met ons op.',
  what: {
    whole_order: 'U kunt de bestelling als geheel annuleren.',
    lines:
      'U kunt de hele bestelling of afzonderlijke artikelen annuleren, elk met alle stuks ervan.',
    quantities:
      'U kunt de hele bestelling, afzonderlijke artikelen of afzonderlijke stuks daarvan annuleren.',
  },
  instant: (limits) =>
    `U kunt direct annuleren ${until(limits)}. De annulering wordt dan zonder onze goedkeuring uitgevoerd.`,
  request: (limits) =>
    `U kunt ons vragen te annuleren ${until(limits)}. Wij beslissen dan over uw verzoek.`,
  noInstant: 'Zonder onze goedkeuring wordt niets geannuleerd.',
  noRequest: 'Daarna kunt u er niet meer online om vragen.',
  reviewDays: (days) =>
    `Als uw verzoek onze goedkeuring nodig heeft, antwoorden wij binnen ${days}. Doen wij dat niet, dan vervalt het verzoek en gaat uw bestelling gewoon door.`,
  reviewAbove: (amounts) =>
    `Wat meer waard is dan ${amounts} wordt alleen geannuleerd als wij het goedkeuren.`,
  refused: (what) => `Niet zelf annuleren kunt u: ${what}.`,
  reviewed: (what) => `Wij beslissen over uw verzoek bij: ${what}.`,
  exclusions: {
    product_tag: (values) => `artikelen met het kenmerk ${values}`,
    product_type: (values) => `artikelen van het type ${values}`,
    collection: (values) => `artikelen uit de collectie ${values}`,
    final_sale: (values) => `artikelen in finale uitverkoop (kenmerk ${values})`,
    gift_card: () => 'cadeaubonnen',
    subscription: () => 'abonnementen',
    pre_order: () => 'voorbestellingen',
    personalised: () => 'gepersonaliseerde artikelen',
    digital: () => 'downloads, tickets en andere artikelen die niet worden verzonden',
    customer_tag: (values) => `bestellingen van klanten met het kenmerk ${values}`,
    order_tag: (values) => `bestellingen met het kenmerk ${values}`,
    sales_channel: (values) => `bestellingen via ${values}`,
    payment_method: (values) => `bestellingen betaald met ${values}`,
    risk_level: (values) => `bestellingen waarvan onze fraudecontrole het risico ${values} noemt`,
  },
  risk: { MEDIUM: 'gemiddeld', HIGH: 'hoog' },
  noExceptions: 'Geen enkel artikel is uitgezonderd.',
  always: {
    sent: 'Wat al verzonden is, klaarligt om af te halen of wordt bezorgd, kan hier niet worden geannuleerd. U kunt het retourneren.',
    onlyTheShop:
      'Bestellingen die u in onze winkel hebt gekocht en bestellingen waarvan een bank de betaling onderzoekt, kunnen hier niet worden geannuleerd. Neem contact met ons op.',
    usedGiftCard:
      'Is een cadeaubon uit uw bestelling al gebruikt, dan beslissen wij over uw verzoek.',
    bundle: 'Artikelen die als set zijn verkocht, kunnen alleen samen worden geannuleerd.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Neem na ${cancellations} annuleringen binnen ${days} voor elke volgende contact met ons op.`,
    review: (cancellations, days) =>
      `Na ${cancellations} annuleringen binnen ${days} beslissen wij over elke volgende.`,
  },
  method: {
    original: 'Uw geld gaat terug naar de betaalmethoden waarmee u hebt betaald.',
    store_credit: 'Wat u hebt betaald, krijgt u als winkeltegoed.',
    customers_choice:
      'U kiest: uw geld gaat terug naar de betaalmethoden waarmee u hebt betaald, of u krijgt winkeltegoed.',
  },
  bonus: (percent) => `Bij winkeltegoed doen wij er ${percent} bij.`,
  fee: {
    none: 'Er zijn geen annuleringskosten.',
    fixed: (amounts) => `Wij houden ${amounts} annuleringskosten in.`,
    percent: (percent) => `Wij houden ${percent} annuleringskosten in.`,
    touches: {
      goods: 'Ze gaan alleen af van wat u voor de artikelen hebt betaald.',
      goods_and_shipping: 'Ze gaan af van wat u voor de artikelen en de verzending hebt betaald.',
    },
    limits:
      'U ziet ze voordat u bevestigt, en ze zijn nooit hoger dan wat u zou terugkrijgen. Over bedragen die alleen gereserveerd waren, rekenen wij geen kosten.',
  },
  released: 'Een bedrag dat alleen gereserveerd en niet afgeschreven was, wordt vrijgegeven.',
  wholeOrder:
    'Bij de hele bestelling krijgt u verzendkosten, fooien, invoerrechten en invoerkosten volledig terug.',
  shipping: {
    keep: 'Verzendkosten krijgt u terug zodra er niets meer te verzenden is.',
    proportional:
      'Het deel van de verzendkosten dat bij de geannuleerde artikelen hoort, krijgt u terug.',
  },
  tip: {
    keep: 'Een fooi blijft bij de bestelling.',
    proportional: 'Het deel van een fooi dat bij de geannuleerde artikelen hoort, krijgt u terug.',
  },
  duties: {
    keep: 'Invoerrechten blijven bij de bestelling.',
    proportional: 'De invoerrechten op de geannuleerde artikelen krijgt u terug.',
  },
  keepTheDeal:
    'Kortingen en gratis verzending die uw bestelling kreeg, blijven gelden, ook als de rest kleiner is.',
  freeShipping: (minimum, price) =>
    `Is de rest minder dan ${minimum} waard, dan vervalt de gratis verzending en gaat er ${price} verzendkosten van de terugbetaling af.`,
  discount: (title, minimum) =>
    `Is de rest minder dan ${minimum} waard, dan vervalt de korting ${title} en gaat wat die op de rest gaf van de terugbetaling af.`,
  otherDeals:
    'Alle andere kortingen blijven gelden. Wat van de terugbetaling afgaat, ziet u voordat u bevestigt.',
  openingDays: (days) => `Wij zijn geopend op ${days}.`,
  closedOn: (dates) => `Wij zijn gesloten op ${dates}.`,
  how: 'Open uw bestelling in uw klantaccount, kies ‘Bestelling annuleren’ en bevestig wat u ziet. U krijgt bericht zodra het gebeurd is.',
  howGuest:
    'Zonder account gebruikt u de annuleringspagina van deze winkel met uw bestelnummer en het e-mailadres of telefoonnummer van de bestelling.',
  reasons: (reasons) => `U kiest een reden: ${reasons}.`,
  withComment: (reason) => `${reason} (met een toelichting)`,
  earlierOrders:
    'De voorwaarden van het moment van uw bestelling blijven ervoor gelden, tenzij de huidige gunstiger voor u zijn.',
};
