import type { Words } from './words.ts';

export const de: Words = {
  greeting: (firstName) => (firstName ? `Hallo ${firstName},` : 'Hallo,'),
  cancelled: {
    subject: (orderName) => `Deine Bestellung ${orderName} ist storniert`,
    intro: (orderName) =>
      `Deine Bestellung ${orderName} ist storniert. Du musst nichts weiter tun.`,
    part: {
      subject: (orderName) => `Ein Teil deiner Bestellung ${orderName} ist storniert`,
      intro: (orderName) =>
        `Die unten genannten Artikel sind storniert. Den Rest deiner Bestellung ${orderName} bearbeiten wir wie geplant.`,
      itemsHeading: 'Stornierte Artikel',
    },
    fee: {
      heading: 'Stornogebühr',
      explanation: 'Sie wurde vor der Bestätigung angezeigt und wird nicht erstattet.',
    },
    kept: {
      heading: 'Nicht erstattet',
      label: 'Nicht Teil der Rückerstattung',
      explanation:
        'Diesen Teil deiner Zahlung erstatten wir nicht. Antworte auf diese E-Mail, wenn du Fragen dazu hast.',
    },
    refunded: {
      heading: 'Deine Rückerstattung',
      sent: 'Wir haben sie auf deine ursprüngliche Zahlungsart zurückgesendet. Je nach Bank oder Zahlungsanbieter kann es mehrere Werktage dauern, bis sie sichtbar ist.',
      onItsWay:
        'Sie ist auf dem Weg zu deiner ursprünglichen Zahlungsart; die Bestätigung des Zahlungsanbieters steht noch aus. Je nach Bank oder Zahlungsanbieter kann es mehrere Werktage dauern, bis sie sichtbar ist.',
    },
    released: {
      heading: 'Vorgemerkt, nie abgebucht',
      explanation:
        'Dieser Betrag war nur vorgemerkt. Die Vormerkung ist aufgehoben, es gibt also nichts zu erstatten. Bis deine Bank das anzeigt, können einige Tage vergehen.',
    },
    byHand: {
      heading: 'Rückerstattung durch uns',
      explanation: 'Diese Erstattung klären wir direkt mit dir.',
    },
    storeCredit: {
      heading: 'Shop-Guthaben',
      label: 'Shop-Guthaben',
      given: 'Es ist auf deinem Kundenkonto und gilt für deine nächste Bestellung.',
      onItsWay: 'Es wird deinem Kundenkonto gerade gutgeschrieben.',
    },
  },
  declined: {
    subject: (orderName) => `Deine Bestellung ${orderName} konnte nicht storniert werden`,
    intro: (orderName) =>
      `Du wolltest deine Bestellung ${orderName} stornieren. Sie wurde nicht storniert, und wir bearbeiten sie wie geplant.`,
    why: {
      staff_declined:
        'Wir konnten der Stornierung nicht zustimmen. Bei Fragen antworte auf diese E-Mail.',
      customer_withdrew: 'Du hast deine Anfrage zurückgezogen.',
      not_answered:
        'Wir haben nicht rechtzeitig geantwortet. Antworte auf diese E-Mail, wenn du weiterhin stornieren möchtest.',
      already_shipped:
        'Sie wurde bereits versandt. Eine Rückgabe nach Erhalt kann möglich sein: Bitte sieh in unsere Rückgabebedingungen oder antworte auf diese E-Mail.',
      fulfillment_started:
        'Sie wird bereits vorbereitet. Eine Rückgabe nach Erhalt kann möglich sein: Bitte sieh in unsere Rückgabebedingungen oder antworte auf diese E-Mail.',
      warehouse_refused:
        'Das Lager konnte sie nicht mehr anhalten. Eine Rückgabe nach Erhalt kann möglich sein: Bitte sieh in unsere Rückgabebedingungen oder antworte auf diese E-Mail.',
      cancelled_elsewhere: 'Wir haben diese Bestellung auf anderem Weg bearbeitet.',
      order_gone: 'Diese Bestellung ist bei uns nicht mehr vorhanden.',
      outcome_unknown: 'Wir prüfen diese Bestellung. Antworte auf diese E-Mail, wir helfen dir.',
      not_possible:
        'In ihrem jetzigen Zustand kann sie nicht storniert werden. Antworte auf diese E-Mail, wir helfen dir.',
    },
    nextStep: {
      return_it: 'Du kannst die Ware nach Erhalt zurückgeben.',
      contact_shop: 'Bitte antworte auf diese E-Mail: Wir suchen mit dir nach einer Lösung.',
      wait_for_delivery: 'Bitte warte die Lieferung ab; weiter ist nichts nötig.',
    },
    contact: 'Schreib uns',
    returns: 'Zu unseren Rückgabebedingungen',
  },
  received: {
    subject: (orderName) => `Deine Stornierungsanfrage zu ${orderName} ist eingegangen`,
    intro: (orderName) =>
      `Wir haben deine Anfrage zur Bestellung ${orderName} erhalten und die Bestellung angehalten. Sobald deine Bank die Zahlung bestätigt, stornieren wir und erstatten dir, was du bezahlt hast.`,
    review: (orderName) =>
      `Wir haben deine Anfrage erhalten, die Bestellung ${orderName} zu stornieren. Die Bestellung ist angehalten, während wir die Anfrage prüfen. Die Antwort kommt per E-Mail.`,
  },
  requestedPart: {
    received: (orderName) =>
      `Wir haben deine Anfrage erhalten, Artikel der Bestellung ${orderName} zu stornieren. Die Bestellung ist angehalten, während wir die Anfrage prüfen. Die Antwort kommt per E-Mail.`,
    declined: {
      subject: (orderName) =>
        `Artikel deiner Bestellung ${orderName} konnten nicht storniert werden`,
      intro: (orderName) =>
        `Du wolltest die unten genannten Artikel deiner Bestellung ${orderName} stornieren. Sie wurden nicht storniert, und wir bearbeiten sie wie geplant.`,
    },
    itemsHeading: 'Angefragte Artikel',
  },
  refundFailed: {
    subject: (orderName) => `Deine Rückerstattung zu ${orderName} verzögert sich`,
    intro: (orderName, amount) =>
      `Die Rückerstattung von ${amount} für deine Bestellung ${orderName} hat nicht geklappt. Wir kümmern uns darum und melden uns bei dir.`,
  },
  noteFrom: (shopName) => `Eine Nachricht von ${shopName}`,
  viewOrder: 'Bestellung ansehen',
  replies: (shopName) => `Deine Antwort auf diese E-Mail erreicht ${shopName}.`,
  staff: {
    waiting: {
      subject: (orderName) => `Eine Stornierungsanfrage zu ${orderName} wartet auf dich`,
      intro: (orderName) =>
        `Ein Kunde möchte die Bestellung ${orderName} stornieren. Der Versand ist angehalten, bis du antwortest.`,
    },
    near: {
      subject: (orderName) => `Die Stornierungsanfrage zu ${orderName} läuft bald ab`,
      intro: (orderName) =>
        `Die Anfrage, die Bestellung ${orderName} zu stornieren, wartet noch auf deine Antwort.`,
    },
    until: (time) =>
      `Wenn bis ${time} niemand antwortet, endet die Anfrage automatisch: Der Versand wird freigegeben, und der Kunde wird benachrichtigt, dass sie nicht angenommen wurde.`,
    what: 'Was storniert werden soll',
    wholeOrder: 'Die ganze Bestellung',
    howMuch: 'Erstattung bei Zustimmung',
    refund: 'Erstattung',
    open: 'Anfrage öffnen',
    closing: 'Unorder sendet diese E-Mail an die Kontaktadresse deines Shops.',
  },
};
