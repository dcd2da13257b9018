import type { Words } from './words.ts';

export const nl: Words = {
  greeting: (firstName) => (firstName ? `Hallo ${firstName},` : 'Hallo,'),
  cancelled: {
    subject: (orderName) => `Je bestelling ${orderName} is geannuleerd`,
    intro: (orderName) =>
      `Je bestelling ${orderName} is geannuleerd. Je hoeft verder niets te doen.`,
    refunded: {
      heading: 'Je terugbetaling',
      sent: 'We hebben het bedrag teruggestuurd naar je oorspronkelijke betaalmethode. Meestal staat het na 5 tot 10 dagen op je afschrift.',
      onItsWay:
        'Het bedrag is onderweg naar je oorspronkelijke betaalmethode en wacht op bevestiging van de betaalprovider. Meestal staat het na 5 tot 10 dagen op je afschrift.',
    },
    released: {
      heading: 'Gereserveerd, nooit afgeschreven',
      explanation:
        'Dit bedrag was alleen gereserveerd. De reservering is opgeheven, dus er is niets om terug te betalen. Het kan een paar dagen duren voordat je bank dit laat zien.',
    },
    byHand: {
      heading: 'Terugbetaald door de winkel',
      explanation:
        'Dit bedrag is niet online betaald en kan daarom niet vanzelf terug. De winkel betaalt het aan je terug.',
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
        'De winkel kon niet met de annulering instemmen. Heb je vragen, beantwoord dan deze e-mail.',
      customer_withdrew: 'Je hebt je verzoek ingetrokken.',
      not_answered:
        'De winkel heeft niet op tijd geantwoord. Beantwoord deze e-mail of vraag het opnieuw.',
      already_shipped: 'De bestelling is al verzonden. Je kunt die na ontvangst retourneren.',
      fulfilment_started:
        'De bestelling wordt al klaargemaakt. Je kunt die na ontvangst retourneren.',
      warehouse_refused:
        'Het magazijn kon de bestelling niet meer stoppen. Je kunt die na ontvangst retourneren.',
      cancelled_elsewhere: 'De winkel heeft deze bestelling op een andere manier afgehandeld.',
      not_possible:
        'In de huidige staat kan de bestelling niet worden geannuleerd. Beantwoord deze e-mail, dan helpt de winkel je.',
    },
  },
  noteFrom: (shopName) => `Een bericht van ${shopName}`,
  viewOrder: 'Bestelling bekijken',
  replies: (shopName) => `Je antwoord op deze e-mail komt aan bij ${shopName}.`,
};
