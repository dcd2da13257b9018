import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfillment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`tot ${duration} na je bestelling`]),
    ...(cutOff === null
      ? []
      : [
          `tot ${cutOff.time} uur (${cutOff.zone}) op de eerste van onze werkdagen waarop dat tijdstip na je bestelling komt`,
        ]),
    ...(untilFulfillment
      ? ['totdat we de bestelling gaan verwerken']
      : ['totdat de bestelling verzonden is']),
  ];
  const whichever = limits.length > 1 ? ', afhankelijk van wat het eerst gebeurt' : '';
  return `${limits.join(' of ')}${whichever}`;
};

export const nl: PublishedWords = {
  code: 'nl',
  quoted: (text) => `‘${text}’`,
  units: {
    minute: ['n minuut', 'n minuten'],
    hour: ['n uur', 'n uur'],
    day: ['n dag', 'n dagen'],
    cancellation: ['n annulering', 'n annuleringen'],
    request: ['n nieuw verzoek', 'n nieuwe verzoeken'],
  },
  title: 'Annuleringsvoorwaarden',
  introduction:
    'Hier staat wanneer en hoe je een bestelling bij ons online kunt annuleren. Een wettelijk herroepingsrecht en andere wettelijke rechten blijven onverkort gelden.',
  switchedOff:
    'Bestellingen kunnen op dit moment niet online worden geannuleerd. Neem contact met ons op als je er een wilt annuleren.',
  headings: {
    who: 'Wie kan annuleren',
    until: 'Tot wanneer',
    exceptions: 'Wat is uitgezonderd',
    refund: 'Je terugbetaling',
    part: 'Als je een deel van een bestelling annuleert',
    openingDays: 'Onze werkdagen',
    how: 'Zo annuleer je',
  },
  buyers: {
    customer: 'klanten met een account',
    guest: 'klanten die zonder account hebben besteld',
    company_buyer: 'personen die namens een bedrijf bestellen',
  },
  who: (buyers, countries) =>
    `Dit geldt voor ${buyers}${countries === null ? ', ongeacht de bestemming' : `, bij levering in: ${countries}`}.`,
  ruleOrder: 'Passen meerdere van deze onderdelen bij je bestelling, dan geldt het eerste daarvan.',
  nobodyElse: 'Neem voor alle andere bestellingen contact met ons op.',
  what: {
    whole_order: 'Je kunt de bestelling als geheel annuleren.',
    lines:
      'Je kunt de hele bestelling of afzonderlijke artikelen annuleren, elk in het volledige aantal.',
    quantities:
      'Je kunt de hele bestelling, afzonderlijke artikelen of een kleiner aantal daarvan annuleren.',
  },
  instant: (limits) => `Je kunt direct annuleren ${until(limits)}. Onze goedkeuring is niet nodig.`,
  request: (limits) =>
    `Je kunt ons vragen te annuleren ${until(limits)}. Wij beslissen over je verzoek.`,
  noInstant: 'Zonder onze goedkeuring wordt niets geannuleerd.',
  noRequest: 'Daarna kun je er niet meer online om vragen.',
  reviewDays: (days) =>
    `Als je verzoek onze goedkeuring nodig heeft, antwoorden wij binnen ${days}. Doen wij dat niet, dan vervalt het verzoek en gaat je bestelling gewoon door.`,
  afterDecline: (requests) =>
    requests === null
      ? 'Wijzen we een verzoek af, dan kun je dezelfde artikelen niet opnieuw aanvragen, tenzij je bestelling of deze voorwaarden zijn veranderd.'
      : `Wijzen we een verzoek af, dan kun je voor dezelfde artikelen nog ${requests} sturen.`,
  reviewAbove: (amounts) =>
    `Wat meer waard is dan ${amounts} wordt alleen geannuleerd als wij het goedkeuren.`,
  refused: (what) => `Hier niet te annuleren: ${what}.`,
  reviewed: (what) => `Alleen met onze goedkeuring: ${what}.`,
  exclusions: {
    product_tag: () => 'bepaalde artikelen',
    product_type: (values) => `artikelen van het type ${values}`,
    collection: (values) => `artikelen uit de collectie ${values}`,
    final_sale: () => 'artikelen uit de final sale',
    gift_card: () => 'cadeaubonnen',
    subscription: () => 'abonnementen',
    pre_order: () => 'voorbestellingen',
    personalised: () => 'gepersonaliseerde artikelen',
    digital: () => 'downloads, tickets en andere artikelen die niet worden verzonden',
    customer_tag: () => 'bepaalde bestellingen',
    order_tag: () => 'bepaalde bestellingen',
    sales_channel: (values) => `bestellingen via ${values}`,
    payment_method: (values) => `bestellingen betaald met ${values}`,
    risk_level: () => 'bestellingen die een extra controle vragen',
  },
  noExceptions: 'Geen enkel artikel is uitgezonderd.',
  always: {
    sent: 'Wat al verzonden is, klaarligt om af te halen of wordt bezorgd, kan hier niet worden geannuleerd. Bekijk voor retourneren onze retourvoorwaarden.',
    onlyTheShop:
      'Aankopen in onze fysieke winkel en bestellingen met een openstaand betalingsgeschil kunnen hier niet worden geannuleerd. Neem contact met ons op.',
    usedGiftCard:
      'Is een cadeaubon uit je bestelling al gebruikt, dan beslissen wij over je verzoek.',
    bundle: 'Artikelen die als set zijn verkocht, kunnen alleen samen worden geannuleerd.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Na ${cancellations} in ${days} kun je alleen via ons nog iets annuleren: neem contact met ons op.`,
    review: (cancellations, days) =>
      `Na ${cancellations} in ${days} beslissen wij over elke volgende.`,
  },
  method: {
    original: 'Je geld gaat terug naar de betaalmethoden waarmee je hebt betaald.',
    store_credit:
      'Wat je hebt betaald, krijg je als winkeltegoed. Dit geldt niet als je gebruikmaakt van een wettelijk herroepingsrecht.',
    customers_choice:
      'Je kiest: je geld gaat terug naar de betaalmethoden waarmee je hebt betaald, of je krijgt winkeltegoed.',
  },
  bonus: (percent) => `Kies je winkeltegoed, dan krijg je ${percent} extra.`,
  fee: {
    none: 'Er zijn geen annuleringskosten.',
    fixed: (amounts) => `Wij houden ${amounts} annuleringskosten in.`,
    percent: (percent) => `Wij houden ${percent} annuleringskosten in.`,
    touches: {
      goods: 'Ze gaan alleen af van wat je voor de artikelen hebt betaald.',
      goods_and_shipping: 'Ze gaan af van wat je voor de artikelen en de verzending hebt betaald.',
    },
    limits:
      'Je ziet ze voordat je bevestigt, en ze zijn nooit hoger dan je terugbetaling. Over bedragen die alleen gereserveerd waren, rekenen wij geen kosten, en ook niet als je gebruikmaakt van een wettelijk herroepingsrecht.',
  },
  released: 'De reservering van een bedrag dat niet is afgeschreven, wordt opgeheven.',
  wholeOrder:
    'Bij de hele bestelling krijg je verzendkosten, fooien, invoerrechten en invoerkosten volledig terug.',
  shipping: {
    keep: 'Verzendkosten krijg je terug zodra er niets meer te verzenden is.',
    proportional:
      'Het deel van de verzendkosten dat bij de geannuleerde artikelen hoort, krijg je terug.',
  },
  tip: {
    keep: 'Fooi betalen we niet terug.',
    proportional: 'Het deel van een fooi dat bij de geannuleerde artikelen hoort, krijg je terug.',
  },
  duties: {
    keep: 'Invoerrechten betalen we niet terug.',
    proportional: 'De invoerrechten op de geannuleerde artikelen krijg je terug.',
  },
  keepTheDeal:
    'Kortingen en gratis verzending die je bestelling kreeg, blijven gelden, ook als de rest kleiner is.',
  freeShipping: (minimum, price) =>
    `Is de rest minder dan ${minimum} waard, dan vervalt de gratis verzending en gaat er ${price} verzendkosten van de terugbetaling af.`,
  discount: (title, minimum) =>
    `Is de rest minder dan ${minimum} waard, dan vervalt de korting ${title} en trekken we de korting op de overige artikelen af van je terugbetaling.`,
  otherDeals:
    'Alle andere kortingen blijven gelden. Wat van de terugbetaling afgaat, zie je voordat je bevestigt.',
  openingDays: (days) => `Onze werkdagen zijn ${days}.`,
  closedOn: (dates) => `Wij zijn gesloten op ${dates}.`,
  how: 'Open je bestelling in je account, kies ‘Bestelling annuleren’ en bevestig wat je ziet. Je krijgt bericht zodra het gebeurd is.',
  howGuest:
    'Zonder account gebruik je onze annuleringspagina met je bestelnummer en het e-mailadres of telefoonnummer van de bestelling.',
  reasons: (reasons) => `Je kiest een reden: ${reasons}.`,
  withComment: (reason) => `${reason} (met een toelichting)`,
  earlierOrders:
    'De voorwaarden van het moment van je bestelling blijven ervoor gelden, tenzij de huidige gunstiger voor je zijn.',
};
