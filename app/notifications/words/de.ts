import type { Words } from './words.ts';

export const de: Words = {
  greeting: (firstName) => (firstName ? `Guten Tag ${firstName},` : 'Guten Tag,'),
  cancelled: {
    subject: (orderName) => `Ihre Bestellung ${orderName} ist storniert`,
    intro: (orderName) =>
      `Ihre Bestellung ${orderName} ist storniert. Sie müssen nichts weiter tun.`,
    part: {
      subject: (orderName) => `Ein Teil Ihrer Bestellung ${orderName} ist storniert`,
      intro: (orderName) =>
        `Die unten genannten Artikel sind storniert. Der Rest Ihrer Bestellung ${orderName} läuft weiter wie bisher.`,
      itemsHeading: 'Stornierte Artikel',
    },
    fee: {
      heading: 'Stornogebühr',
      explanation: 'Sie wurde vor der Bestätigung angezeigt und bleibt beim Shop.',
    },
    refunded: {
      heading: 'Ihre Erstattung',
      sent: 'Wir haben sie auf Ihre ursprüngliche Zahlungsart zurückgesendet. Auf dem Kontoauszug erscheint sie meist nach 5 bis 10 Tagen.',
      onItsWay:
        'Sie ist auf dem Weg zu Ihrer ursprünglichen Zahlungsart; die Bestätigung des Zahlungsanbieters steht noch aus. Auf dem Kontoauszug erscheint sie meist nach 5 bis 10 Tagen.',
    },
    released: {
      heading: 'Vorgemerkt, nie abgebucht',
      explanation:
        'Dieser Betrag war nur vorgemerkt. Die Vormerkung ist aufgehoben, es gibt also nichts zu erstatten. Bis Ihre Bank das anzeigt, können einige Tage vergehen.',
    },
    byHand: {
      heading: 'Rückzahlung durch den Shop',
      explanation:
        'Dieser Betrag wurde nicht online bezahlt und kann daher nicht von selbst zurückgehen. Der Shop zahlt ihn Ihnen zurück.',
    },
    storeCredit: {
      heading: 'Guthaben',
      label: 'Guthaben',
      given: 'Es ist auf Ihrem Kundenkonto und gilt für Ihre nächste Bestellung.',
      onItsWay: 'Es wird Ihrem Kundenkonto gerade gutgeschrieben.',
    },
  },
  declined: {
    subject: (orderName) => `Ihre Bestellung ${orderName} konnte nicht storniert werden`,
    intro: (orderName) =>
      `Sie wollten Ihre Bestellung ${orderName} stornieren. Sie wurde nicht storniert und läuft weiter.`,
    why: {
      staff_declined:
        'Der Shop konnte der Stornierung nicht zustimmen. Bei Fragen antworten Sie auf diese E-Mail.',
      customer_withdrew: 'Sie haben Ihre Anfrage zurückgezogen.',
      not_answered:
        'Der Shop hat nicht rechtzeitig geantwortet. Antworten Sie auf diese E-Mail oder fragen Sie erneut an.',
      already_shipped: 'Sie wurde bereits versandt. Nach Erhalt können Sie sie zurücksenden.',
      fulfilment_started: 'Sie wird bereits vorbereitet. Nach Erhalt können Sie sie zurücksenden.',
      warehouse_refused:
        'Das Lager konnte sie nicht mehr anhalten. Nach Erhalt können Sie sie zurücksenden.',
      cancelled_elsewhere: 'Der Shop hat diese Bestellung auf anderem Weg bearbeitet.',
      not_possible:
        'In ihrem jetzigen Zustand kann sie nicht storniert werden. Antworten Sie auf diese E-Mail, der Shop hilft Ihnen.',
    },
    nextStep: {
      return_it: 'Nach Erhalt können Sie die Ware zurücksenden.',
      contact_shop:
        'Bitte antworten Sie auf diese E-Mail: Der Shop sucht mit Ihnen nach einer Lösung.',
      wait_for_delivery: 'Bitte warten Sie die Lieferung ab; weiter ist nichts nötig.',
    },
  },
  received: {
    subject: (orderName) => `Ihre Stornierung von ${orderName} ist eingegangen`,
    intro: (orderName) =>
      `Ihr Wunsch, die Bestellung ${orderName} zu stornieren, ist eingegangen; es wird nichts versandt. Ihre Bank hat die Zahlung noch nicht bestätigt: Sobald das geschieht, wird die Bestellung storniert und alles Bezahlte zurückgezahlt.`,
  },
  refundFailed: {
    subject: (orderName) => `Ihre Erstattung zu ${orderName} verzögert sich`,
    intro: (orderName, amount) =>
      `Die Erstattung von ${amount} für Ihre stornierte Bestellung ${orderName} konnte nicht ausgezahlt werden. Der Shop weiß davon und zahlt auf anderem Weg. Das Geld geht Ihnen nicht verloren.`,
  },
  noteFrom: (shopName) => `Eine Nachricht von ${shopName}`,
  viewOrder: 'Bestellung ansehen',
  replies: (shopName) => `Ihre Antwort auf diese E-Mail erreicht ${shopName}.`,
};
