import type { Words } from './words.ts';

export const fr: Words = {
  greeting: (firstName) => (firstName ? `Bonjour ${firstName},` : 'Bonjour,'),
  cancelled: {
    subject: (orderName) => `Votre commande ${orderName} est annulée`,
    intro: (orderName) =>
      `Votre commande ${orderName} est annulée. Vous n’avez rien d’autre à faire.`,
    part: {
      subject: (orderName) => `Une partie de votre commande ${orderName} est annulée`,
      intro: (orderName) =>
        `Les articles ci-dessous sont annulés. Le reste de votre commande ${orderName} suit son cours.`,
      itemsHeading: 'Articles annulés',
    },
    fee: {
      heading: 'Frais d’annulation',
      explanation: 'Ils ont été affichés avant la confirmation et sont conservés par la boutique.',
    },
    refunded: {
      heading: 'Votre remboursement',
      sent: 'Il a été envoyé sur votre moyen de paiement d’origine. Il apparaît en général sur votre relevé sous 5 à 10 jours.',
      onItsWay:
        'Il est en route vers votre moyen de paiement d’origine et attend la confirmation du prestataire de paiement. Il apparaît en général sur votre relevé sous 5 à 10 jours.',
    },
    released: {
      heading: 'Réservé, jamais débité',
      explanation:
        'Ce montant était seulement réservé. La réservation est levée : il n’y a rien à rembourser. Votre banque peut mettre quelques jours à l’afficher.',
    },
    byHand: {
      heading: 'Remboursé par la boutique',
      explanation:
        'Ce montant n’a pas été payé en ligne et ne peut pas être renvoyé automatiquement. La boutique vous le rendra elle-même.',
    },
    storeCredit: {
      heading: 'Avoir',
      label: 'Avoir',
      given: 'Il est sur votre compte et peut servir pour votre prochaine commande.',
      onItsWay: 'Il est en cours d’ajout à votre compte.',
    },
  },
  declined: {
    subject: (orderName) => `Votre commande ${orderName} n’a pas pu être annulée`,
    intro: (orderName) =>
      `Vous avez demandé l’annulation de votre commande ${orderName}. Elle n’a pas été annulée et suit son cours.`,
    why: {
      staff_declined:
        'La boutique n’a pas pu accepter l’annulation. Pour toute question, répondez à cet e-mail.',
      customer_withdrew: 'Vous avez retiré votre demande.',
      not_answered:
        'La boutique n’a pas répondu à temps. Répondez à cet e-mail ou faites une nouvelle demande.',
      already_shipped: 'Elle a déjà été expédiée. Vous pourrez la retourner à réception.',
      fulfilment_started: 'Elle est déjà en préparation. Vous pourrez la retourner à réception.',
      warehouse_refused:
        'L’entrepôt ne pouvait plus l’arrêter. Vous pourrez la retourner à réception.',
      cancelled_elsewhere: 'La boutique a traité cette commande d’une autre manière.',
      not_possible:
        'Elle ne peut pas être annulée dans son état actuel. Répondez à cet e-mail, la boutique vous aidera.',
    },
    nextStep: {
      return_it: 'Vous pourrez retourner les articles à leur arrivée.',
      contact_shop: 'Répondez à cet e-mail : la boutique cherchera une solution avec vous.',
      wait_for_delivery: 'Attendez la livraison ; rien d’autre n’est nécessaire.',
    },
  },
  received: {
    subject: (orderName) => `Nous avons reçu votre annulation de ${orderName}`,
    intro: (orderName) =>
      `Votre demande d’annulation de la commande ${orderName} est bien arrivée et rien ne sera expédié. Votre banque n’a pas encore confirmé le paiement : dès qu’elle l’aura fait, la commande sera annulée et tout montant payé vous sera rendu.`,
  },
  refundFailed: {
    subject: (orderName) => `Le remboursement de votre commande ${orderName} est retardé`,
    intro: (orderName, amount) =>
      `Le remboursement de ${amount} pour votre commande annulée ${orderName} n’a pas pu être versé. La boutique en est informée et vous paiera autrement. Cet argent n’est pas perdu.`,
  },
  noteFrom: (shopName) => `Un message de ${shopName}`,
  viewOrder: 'Voir la commande',
  replies: (shopName) => `Votre réponse à cet e-mail parvient à ${shopName}.`,
};
