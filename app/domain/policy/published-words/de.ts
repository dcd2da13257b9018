import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfilment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`innerhalb von ${duration} nach der Bestellung`]),
    ...(cutOff === null
      ? []
      : [
          `bis ${cutOff.time} Uhr (${cutOff.zone}) am ersten unserer Öffnungstage, an dem diese Uhrzeit nach Ihrer Bestellung liegt`,
        ]),
    ...(untilFulfilment
      ? ['bevor wir mit der Vorbereitung beginnen']
      : ['bevor die Bestellung versandt ist']),
  ];
  const whichever = limits.length > 1 ? '; es gilt, was zuerst eintritt' : '';
  return `${limits.join(', ')}${whichever}`;
};

export const de: PublishedWords = {
  code: 'de',
  quoted: (text) => `„${text}“`,
  units: {
    minute: ['n Minute', 'n Minuten'],
    hour: ['n Stunde', 'n Stunden'],
    day: ['n Tag', 'n Tagen'],
  },
  title: 'Stornierungsbedingungen',
  introduction:
    'Hier steht, wann und wie Sie eine Bestellung bei uns selbst stornieren können. Ein gesetzliches Widerrufsrecht und andere gesetzliche Rechte bleiben davon unberührt.',
  switchedOff:
    'Bestellungen können zurzeit nicht online storniert werden. Bitte wenden Sie sich an uns, wenn Sie eine stornieren möchten.',
  headings: {
    who: 'Wer stornieren kann',
    until: 'Bis wann',
    exceptions: 'Was ausgenommen ist',
    refund: 'Was Sie zurückbekommen',
    part: 'Wenn Sie nur einen Teil stornieren',
    openingDays: 'Unsere Öffnungstage',
    how: 'So stornieren Sie',
  },
  buyers: {
    customer: 'Personen mit Kundenkonto',
    guest: 'Personen, die ohne Kundenkonto bestellt haben',
    company_buyer: 'Personen, die für ein Unternehmen einkaufen, bei dem sie eine Rolle haben',
  },
  who: (buyers, countries) =>
    `Dies gilt für ${buyers}${countries === null ? ', unabhängig vom Lieferland' : `, bei Bestellungen nach ${countries}`}.`,
  ruleOrder: 'Passen mehrere dieser Abschnitte auf Ihre Bestellung, gilt der erste davon.',
  nobodyElse: 'Bei allen anderen Bestellungen wenden Sie sich bitte an uns.',
  what: {
    whole_order: 'Sie können die Bestellung als Ganzes stornieren.',
    lines:
      'Sie können die ganze Bestellung oder einzelne Artikel stornieren, diese jeweils mit allen Stücken.',
    quantities:
      'Sie können die ganze Bestellung, einzelne Artikel oder einzelne Stücke davon stornieren.',
  },
  instant: (limits) =>
    `Sie können sofort stornieren, und zwar ${until(limits)}. Die Stornierung wird dann ohne unsere Zustimmung ausgeführt.`,
  request: (limits) =>
    `Sie können eine Stornierung anfragen, und zwar ${until(limits)}. Über Ihre Anfrage entscheiden dann wir.`,
  noInstant: 'Ohne unsere Zustimmung wird nichts storniert.',
  noRequest: 'Danach können Sie die Stornierung nicht mehr online anfragen.',
  reviewDays: (days) =>
    `Braucht Ihre Anfrage unsere Zustimmung, antworten wir innerhalb von ${days}. Tun wir das nicht, endet sie, und Ihre Bestellung läuft unverändert weiter.`,
  reviewAbove: (amounts) =>
    `Was mehr als ${amounts} wert ist, wird nur storniert, wenn wir zugestimmt haben.`,
  refused: (what) => `Nicht selbst stornieren können Sie: ${what}.`,
  reviewed: (what) => `Über Ihre Anfrage entscheiden wir bei: ${what}.`,
  exclusions: {
    product_tag: (values) => `Artikel mit der Kennzeichnung ${values}`,
    product_type: (values) => `Artikel der Art ${values}`,
    collection: (values) => `Artikel der Kollektion ${values}`,
    final_sale: (values) => `vom Umtausch ausgeschlossene Artikel (Kennzeichnung ${values})`,
    gift_card: () => 'Gutscheine',
    subscription: () => 'Abonnements',
    pre_order: () => 'Vorbestellungen',
    personalised: () => 'personalisierte Artikel',
    digital: () => 'Downloads, Tickets und andere Artikel, die nicht versandt werden',
    customer_tag: (values) => `Bestellungen von Personen mit der Kennzeichnung ${values}`,
    order_tag: (values) => `Bestellungen mit der Kennzeichnung ${values}`,
    sales_channel: (values) => `Bestellungen über ${values}`,
    payment_method: (values) => `Bestellungen, die mit ${values} bezahlt wurden`,
    risk_level: (values) =>
      `Bestellungen, deren Risiko unsere Betrugsprüfung als ${values} einstuft`,
  },
  risk: { MEDIUM: 'mittel', HIGH: 'hoch' },
  noExceptions: 'Kein Artikel ist ausgenommen.',
  always: {
    sent: 'Was bereits versandt, abholbereit oder in Zustellung ist, kann hier nicht storniert werden. Sie können es zurückgeben.',
    onlyTheShop:
      'Bestellungen, die Sie in unserem Geschäft gekauft haben oder deren Zahlung eine Bank gerade prüft, können hier nicht storniert werden. Bitte wenden Sie sich an uns.',
    usedGiftCard:
      'Wurde ein Gutschein aus Ihrer Bestellung schon eingelöst, entscheiden wir über Ihre Anfrage.',
    bundle: 'Artikel, die als Set verkauft wurden, können nur zusammen storniert werden.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Nach ${cancellations} Stornierungen innerhalb von ${days} wenden Sie sich für jede weitere bitte an uns.`,
    review: (cancellations, days) =>
      `Nach ${cancellations} Stornierungen innerhalb von ${days} entscheiden wir über jede weitere.`,
  },
  method: {
    original: 'Ihr Geld geht auf die Zahlungsarten zurück, mit denen Sie bezahlt haben.',
    store_credit: 'Was Sie bezahlt haben, erhalten Sie als Guthaben.',
    customers_choice:
      'Sie haben die Wahl: Ihr Geld geht auf die Zahlungsarten zurück, mit denen Sie bezahlt haben, oder Sie erhalten ein Guthaben.',
  },
  bonus: (percent) => `Auf Guthaben legen wir ${percent} drauf.`,
  fee: {
    none: 'Eine Stornogebühr gibt es nicht.',
    fixed: (amounts) => `Wir behalten eine Stornogebühr von ${amounts} ein.`,
    percent: (percent) => `Wir behalten eine Stornogebühr von ${percent} ein.`,
    touches: {
      goods: 'Sie wird nur von dem abgezogen, was Sie für die Ware bezahlt haben.',
      goods_and_shipping:
        'Sie wird von dem abgezogen, was Sie für die Ware und den Versand bezahlt haben.',
    },
    limits:
      'Sie sehen die Gebühr, bevor Sie bestätigen, und sie ist nie höher als der Betrag, der zurückkäme. Auf nur vorgemerkte Beträge wird keine Gebühr erhoben.',
  },
  released: 'Ein Betrag, der nur vorgemerkt und nicht abgebucht war, wird freigegeben.',
  wholeOrder:
    'Bei der ganzen Bestellung kommen Versandkosten, Trinkgeld, Zölle und Einfuhrgebühren vollständig zurück.',
  shipping: {
    keep: 'Versandkosten kommen zurück, sobald nichts mehr zu versenden ist.',
    proportional:
      'Der Anteil der Versandkosten, der auf die stornierten Artikel entfällt, kommt zurück.',
  },
  tip: {
    keep: 'Ein Trinkgeld bleibt bei der Bestellung.',
    proportional:
      'Der Anteil eines Trinkgelds, der auf die stornierten Artikel entfällt, kommt zurück.',
  },
  duties: {
    keep: 'Zölle bleiben bei der Bestellung.',
    proportional: 'Die Zölle auf die stornierten Artikel kommen zurück.',
  },
  keepTheDeal:
    'Rabatte und kostenloser Versand, die Ihre Bestellung erhalten hat, bleiben bestehen, auch wenn der Rest kleiner ist.',
  freeShipping: (minimum, price) =>
    `Ist der Rest weniger als ${minimum} wert, entfällt der kostenlose Versand, und von der Erstattung werden ${price} Versandkosten abgezogen.`,
  discount: (title, minimum) =>
    `Ist der Rest weniger als ${minimum} wert, entfällt der Rabatt ${title}, und was er auf den Rest gewährt hat, wird von der Erstattung abgezogen.`,
  otherDeals:
    'Alle anderen Rabatte bleiben bestehen. Was von der Erstattung abgezogen wird, sehen Sie, bevor Sie bestätigen.',
  openingDays: (days) => `Wir haben geöffnet am ${days}.`,
  closedOn: (dates) => `Geschlossen haben wir am ${dates}.`,
  how: 'Öffnen Sie Ihre Bestellung in Ihrem Kundenkonto, wählen Sie „Bestellung stornieren“ und bestätigen Sie, was Sie sehen. Wir benachrichtigen Sie, sobald es erledigt ist.',
  howGuest:
    'Ohne Kundenkonto nutzen Sie die Stornierungsseite dieses Shops mit Ihrer Bestellnummer und der E-Mail-Adresse oder Telefonnummer der Bestellung.',
  reasons: (reasons) => `Sie wählen einen Grund: ${reasons}.`,
  withComment: (reason) => `${reason} (mit Kommentar)`,
  earlierOrders:
    'Für Ihre Bestellung gelten die Bedingungen vom Zeitpunkt der Bestellung weiter, es sei denn, die heutigen sind für Sie günstiger.',
};
