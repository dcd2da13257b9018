import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfillment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`bis zu ${duration} nach der Bestellung`]),
    ...(cutOff === null
      ? []
      : [
          `bis ${cutOff.time} Uhr (${cutOff.zone}) am ersten unserer Geschäftstage, an dem diese Uhrzeit nach deiner Bestellung liegt`,
        ]),
    ...(untilFulfillment
      ? ['solange wir sie noch nicht bearbeiten']
      : ['solange sie nicht versandt ist']),
  ];
  const whichever = limits.length > 1 ? ', je nachdem, was zuerst endet' : '';
  return `${limits.join(' oder ')}${whichever}`;
};

export const de: PublishedWords = {
  code: 'de',
  quoted: (text) => `„${text}“`,
  units: {
    minute: ['n Minute', 'n Minuten'],
    hour: ['n Stunde', 'n Stunden'],
    day: ['n Tag', 'n Tagen'],
    cancellation: ['n Stornierung', 'n Stornierungen'],
    request: ['n weitere Anfrage', 'n weitere Anfragen'],
  },
  title: 'Stornierungsbedingungen',
  introduction:
    'Hier steht, wann und wie du eine Bestellung bei uns online stornieren kannst. Ein gesetzliches Widerrufsrecht und andere gesetzliche Rechte bleiben davon unberührt.',
  switchedOff:
    'Bestellungen können zurzeit nicht online storniert werden. Bitte kontaktiere uns, wenn du eine stornieren möchtest.',
  headings: {
    who: 'Wer stornieren kann',
    until: 'Bis wann',
    exceptions: 'Was ausgenommen ist',
    refund: 'Deine Rückerstattung',
    part: 'Wenn du nur einen Teil stornierst',
    openingDays: 'Unsere Geschäftstage',
    how: 'So stornierst du',
  },
  buyers: {
    customer: 'Personen mit Kundenkonto',
    guest: 'Personen, die ohne Kundenkonto bestellt haben',
    company_buyer: 'Personen, die im Auftrag eines Unternehmens bestellen',
  },
  who: (buyers, countries) =>
    `Dies gilt für ${buyers}${countries === null ? ', unabhängig vom Lieferland' : `, bei Lieferung in diese Länder: ${countries}`}.`,
  ruleOrder: 'Passen mehrere dieser Abschnitte auf deine Bestellung, gilt der erste davon.',
  nobodyElse: 'Bei allen anderen Bestellungen kontaktiere uns bitte.',
  what: {
    whole_order: 'Du kannst die Bestellung als Ganzes stornieren.',
    lines:
      'Du kannst die ganze Bestellung oder einzelne Artikel stornieren, diese jeweils in voller Stückzahl.',
    quantities:
      'Du kannst die ganze Bestellung, einzelne Artikel oder eine kleinere Stückzahl davon stornieren.',
  },
  instant: (limits) =>
    `Du kannst sofort stornieren: ${until(limits)}. Unsere Zustimmung ist nicht nötig.`,
  request: (limits) =>
    `Du kannst eine Stornierung anfragen: ${until(limits)}. Über deine Anfrage entscheiden wir.`,
  noInstant: 'Ohne unsere Zustimmung wird nichts storniert.',
  noRequest: 'Danach kannst du die Stornierung nicht mehr online anfragen.',
  reviewDays: (days) =>
    `Braucht deine Anfrage unsere Zustimmung, antworten wir innerhalb von ${days}. Tun wir das nicht, endet sie, und wir bearbeiten deine Bestellung wie geplant.`,
  afterDecline: (requests) =>
    requests === null
      ? 'Haben wir eine Anfrage abgelehnt, kannst du dieselben Artikel nicht noch einmal anfragen, außer deine Bestellung oder diese Bedingungen haben sich geändert.'
      : `Haben wir eine Anfrage abgelehnt, kannst du zu denselben Artikeln noch ${requests} senden.`,
  reviewAbove: (amounts) =>
    `Was mehr als ${amounts} wert ist, wird nur storniert, wenn wir zugestimmt haben.`,
  refused: (what) => `Hier nicht stornierbar: ${what}.`,
  reviewed: (what) => `Nur mit unserer Zustimmung stornierbar: ${what}.`,
  exclusions: {
    product_tag: () => 'bestimmte Artikel',
    product_type: (values) => `Artikel der Art ${values}`,
    collection: (values) => `Artikel der Kollektion ${values}`,
    final_sale: () => 'Final-Sale-Artikel',
    gift_card: () => 'Geschenkgutscheine',
    subscription: () => 'Abonnements',
    pre_order: () => 'Vorbestellungen',
    personalised: () => 'personalisierte Artikel',
    digital: () => 'Downloads, Tickets und andere Artikel, die nicht versandt werden',
    customer_tag: () => 'bestimmte Bestellungen',
    order_tag: () => 'bestimmte Bestellungen',
    sales_channel: (values) => `Bestellungen über ${values}`,
    payment_method: (values) => `Bestellungen, die mit ${values} bezahlt wurden`,
    risk_level: () => 'Bestellungen, die wir zusätzlich prüfen müssen',
  },
  noExceptions: 'Kein Artikel ist ausgenommen.',
  always: {
    sent: 'Was bereits versandt, abholbereit oder in Zustellung ist, kann hier nicht storniert werden. Ob du es zurückgeben kannst, steht in unseren Rückgabebedingungen.',
    onlyTheShop:
      'Einkäufe in unserem Ladengeschäft und Bestellungen, zu deren Zahlung ein Klärungsverfahren läuft, können hier nicht storniert werden. Bitte kontaktiere uns.',
    usedGiftCard:
      'Wurde ein Geschenkgutschein aus deiner Bestellung schon eingelöst, entscheiden wir über deine Anfrage.',
    bundle: 'Artikel, die als Set verkauft wurden, können nur zusammen storniert werden.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Nach ${cancellations} innerhalb von ${days} kontaktiere uns bitte für jede weitere.`,
    review: (cancellations, days) =>
      `Nach ${cancellations} innerhalb von ${days} entscheiden wir über jede weitere.`,
  },
  method: {
    original: 'Dein Geld geht auf die Zahlungsarten zurück, mit denen du bezahlt hast.',
    store_credit:
      'Was du bezahlt hast, erhältst du als Shop-Guthaben. Das gilt nicht, wenn du ein gesetzliches Widerrufsrecht ausübst.',
    customers_choice:
      'Du hast die Wahl: Dein Geld geht auf die Zahlungsarten zurück, mit denen du bezahlt hast, oder du erhältst Shop-Guthaben.',
  },
  bonus: (percent) => `Bei Shop-Guthaben erhältst du ${percent} zusätzlich.`,
  fee: {
    none: 'Eine Stornogebühr gibt es nicht.',
    fixed: (amounts) => `Wir behalten eine Stornogebühr von ${amounts} ein.`,
    percent: (percent) => `Wir behalten eine Stornogebühr von ${percent} ein.`,
    touches: {
      goods: 'Sie wird nur von dem abgezogen, was du für die Ware bezahlt hast.',
      goods_and_shipping:
        'Sie wird von dem abgezogen, was du für die Ware und den Versand bezahlt hast.',
    },
    limits:
      'Du siehst die Gebühr, bevor du bestätigst, und sie ist nie höher als deine Rückerstattung. Auf nur vorgemerkte Beträge wird keine Gebühr erhoben. Sie fällt nicht an, wenn du ein gesetzliches Widerrufsrecht ausübst.',
  },
  released:
    'Bei einem Betrag, der nur vorgemerkt und nicht abgebucht war, wird die Vormerkung aufgehoben.',
  wholeOrder:
    'Bei der ganzen Bestellung erstatten wir auch Versandkosten, Trinkgeld, Zölle und Einfuhrgebühren vollständig.',
  shipping: {
    keep: 'Die Versandkosten erstatten wir, wenn nichts mehr zu versenden ist.',
    proportional:
      'Den Anteil der Versandkosten, der auf die stornierten Artikel entfällt, erstatten wir.',
  },
  tip: {
    keep: 'Trinkgeld erstatten wir nicht.',
    proportional:
      'Den Anteil eines Trinkgelds, der auf die stornierten Artikel entfällt, erstatten wir.',
  },
  duties: {
    keep: 'Zölle erstatten wir nicht.',
    proportional: 'Die Zölle auf die stornierten Artikel erstatten wir.',
  },
  keepTheDeal:
    'Rabatte und kostenloser Versand, die deine Bestellung erhalten hat, bleiben bestehen, auch wenn der Rest kleiner ist.',
  freeShipping: (minimum, price) =>
    `Ist der Rest weniger als ${minimum} wert, entfällt der kostenlose Versand, und von der Erstattung werden ${price} Versandkosten abgezogen.`,
  discount: (title, minimum) =>
    `Ist der Rest weniger als ${minimum} wert, entfällt der Rabatt ${title}, und den Nachlass auf den Rest ziehen wir von der Erstattung ab.`,
  otherDeals:
    'Alle anderen Rabatte bleiben bestehen. Was von der Erstattung abgezogen wird, siehst du, bevor du bestätigst.',
  openingDays: (days) => `Unsere Geschäftstage sind ${days}.`,
  closedOn: (dates) => `Geschlossen haben wir am ${dates}.`,
  how: 'Öffne deine Bestellung in deinem Kundenkonto, wähle „Bestellung stornieren“ und bestätige, was du siehst. Wir benachrichtigen dich, sobald es erledigt ist.',
  howGuest:
    'Ohne Kundenkonto nutzt du die Stornierungsseite dieses Shops mit deiner Bestellnummer und der E-Mail-Adresse oder Telefonnummer der Bestellung.',
  reasons: (reasons) => `Du wählst einen Grund: ${reasons}.`,
  withComment: (reason) => `${reason} (mit Kommentar)`,
  earlierOrders:
    'Für deine Bestellung gelten die Bedingungen vom Zeitpunkt der Bestellung weiter, es sei denn, die heutigen sind für dich günstiger.',
};
