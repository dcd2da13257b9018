import type { Words } from './words.ts';

export const nl: Words = {
  greeting: (firstName) => (firstName ? `Hallo ${firstName},` : 'Hallo,'),
  cancelled: {
    subject: (orderName) => `Je bestelling ${orderName} is geannuleerd`,
    intro: (orderName) =>
      `Je bestelling ${orderName} is geannuleerd. Je hoeft verder niets te doen.`,
    part: {
      subject: (orderName) => `Een deel van je bestelling ${orderName} is geannuleerd`,
      intro: (orderName) =>
        `De artikelen hieronder zijn geannuleerd. De rest van je bestelling ${orderName} gaat gewoon door.`,
      itemsHeading: 'Geannuleerde artikelen',
    },
    fee: {
      heading: 'Annuleringskosten',
      explanation: 'Die zijn vóór de bevestiging getoond en worden niet terugbetaald.',
    },
    kept: {
      heading: 'Niet terugbetaald',
      label: 'Niet in de terugbetaling',
      explanation:
        'Dit deel van je betaling betalen we niet terug. Beantwoord deze e-mail als je er vragen over hebt.',
    },
    refunded: {
      heading: 'Je terugbetaling',
      sent: 'We hebben het bedrag teruggestuurd naar je oorspronkelijke betaalmethode. Afhankelijk van je bank of betaalprovider kan het meerdere werkdagen duren voordat je het ziet.',
      onItsWay:
        'Het bedrag is onderweg naar je oorspronkelijke betaalmethode en wacht op bevestiging van de betaalprovider. Afhankelijk van je bank of betaalprovider kan het meerdere werkdagen duren voordat je het ziet.',
    },
    released: {
      heading: 'Gereserveerd, nooit afgeschreven',
      explanation:
        'Dit bedrag was alleen gereserveerd. De reservering is opgeheven, dus er is niets om terug te betalen. Het kan een paar dagen duren voordat je bank dit laat zien.',
    },
    byHand: {
      heading: 'Rechtstreeks door ons terugbetaald',
      explanation: 'Deze terugbetaling regelen we rechtstreeks met je.',
    },
    storeCredit: {
      heading: 'Winkeltegoed',
      label: 'Winkeltegoed',
      given: 'Het staat op je account en je kunt het bij je volgende bestelling gebruiken.',
      onItsWay: 'Het wordt nu aan je account toegevoegd.',
    },
  },
  declined: {
    subject: (orderName) => `Je bestelling ${orderName} kon niet worden geannuleerd`,
    intro: (orderName) =>
      `Je wilde je bestelling ${orderName} annuleren. Die is niet geannuleerd en gaat gewoon door.`,
    why: {
      staff_declined:
        'We konden niet met de annulering instemmen. Heb je vragen, beantwoord dan deze e-mail.',
      customer_withdrew: 'Je hebt je verzoek ingetrokken.',
      not_answered:
        'We hebben niet op tijd geantwoord. Beantwoord deze e-mail als je nog wilt annuleren.',
      already_shipped:
        'De bestelling is al verzonden. Na ontvangst kun je de bestelling mogelijk retourneren: bekijk onze retourvoorwaarden.',
      fulfillment_started:
        'De bestelling wordt al verwerkt. Na ontvangst kun je de bestelling mogelijk retourneren: bekijk onze retourvoorwaarden.',
      warehouse_refused:
        'Het magazijn kon de bestelling niet meer stoppen. Na ontvangst kun je de bestelling mogelijk retourneren: bekijk onze retourvoorwaarden.',
      cancelled_elsewhere: 'We hebben deze bestelling op een andere manier afgehandeld.',
      order_gone: 'Deze bestelling bestaat bij ons niet meer.',
      outcome_unknown: 'We bekijken deze bestelling. Beantwoord deze e-mail en we helpen je.',
      not_possible:
        'In de huidige staat kan de bestelling niet worden geannuleerd. Beantwoord deze e-mail, dan helpen we je.',
    },
    nextStep: {
      return_it: 'Je kunt de artikelen retourneren zodra ze er zijn.',
      contact_shop: 'Beantwoord deze e-mail: we zoeken met je naar een oplossing.',
      wait_for_delivery: 'Wacht de levering af; verder is er niets nodig.',
    },
    contact: 'Schrijf ons',
    returns: 'Bekijk onze retourvoorwaarden',
  },
  received: {
    subject: (orderName) => `We hebben je annuleringsverzoek voor ${orderName} ontvangen`,
    intro: (orderName) =>
      `Je bestelling ${orderName} staat in de wacht. Zodra je bank de betaling bevestigt, annuleren we de bestelling en betalen we terug wat je hebt betaald.`,
    review: (orderName) =>
      `We hebben je verzoek ontvangen om bestelling ${orderName} te annuleren. De bestelling staat in de wacht terwijl we je verzoek bekijken. Je krijgt het antwoord per e-mail.`,
  },
  requestedPart: {
    received: (orderName) =>
      `We hebben je verzoek ontvangen om artikelen van bestelling ${orderName} te annuleren. De bestelling staat in de wacht terwijl we je verzoek bekijken. Je krijgt het antwoord per e-mail.`,
    declined: {
      subject: (orderName) =>
        `Artikelen van je bestelling ${orderName} konden niet worden geannuleerd`,
      intro: (orderName) =>
        `Je wilde de onderstaande artikelen van je bestelling ${orderName} annuleren. Ze zijn niet geannuleerd en gaan gewoon door.`,
    },
    itemsHeading: 'Artikelen in je verzoek',
  },
  refundFailed: {
    subject: (orderName) => `De terugbetaling van je bestelling ${orderName} is vertraagd`,
    intro: (orderName, amount) =>
      `De terugbetaling van ${amount} voor je bestelling ${orderName} is niet gelukt. We zoeken dit uit en nemen contact met je op.`,
  },
  noteFrom: (shopName) => `Een bericht van ${shopName}`,
  viewOrder: 'Bestelling bekijken',
  replies: (shopName) => `Je antwoord op deze e-mail komt aan bij ${shopName}.`,
  staff: {
    waiting: {
      subject: (orderName) => `Een verzoek om ${orderName} te annuleren wacht op je`,
      intro: (orderName) =>
        `Een klant vraagt om bestelling ${orderName} te annuleren. De verwerking staat in de wacht tot je antwoordt.`,
    },
    near: {
      subject: (orderName) => `Het verzoek om ${orderName} te annuleren verloopt binnenkort`,
      intro: (orderName) =>
        `Het verzoek om bestelling ${orderName} te annuleren wacht nog op je antwoord.`,
    },
    until: (time) =>
      `Als niemand vóór ${time} antwoordt, eindigt het verzoek automatisch: de verwerking gaat verder en de klant krijgt bericht dat het niet is geaccepteerd.`,
    what: 'Wat geannuleerd moet worden',
    wholeOrder: 'De hele bestelling',
    howMuch: 'Terugbetaling als je akkoord gaat',
    refund: 'Terugbetaling',
    open: 'Verzoek openen',
    closing: 'Unorder stuurt dit naar het contactadres van je winkel.',
  },
};
