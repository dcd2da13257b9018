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
      explanation: 'Ils ont été affichés avant la confirmation et ne sont pas remboursés.',
    },
    kept: {
      heading: 'Non remboursé',
      label: 'Hors remboursement',
      explanation:
        'Nous ne remboursons pas cette partie de votre paiement. Répondez à cet e-mail si vous avez des questions.',
    },
    refunded: {
      heading: 'Votre remboursement',
      sent: 'Il a été envoyé sur votre moyen de paiement d’origine. Selon votre banque ou votre prestataire de paiement, il peut mettre plusieurs jours ouvrés à apparaître.',
      onItsWay:
        'Il est en route vers votre moyen de paiement d’origine et attend la confirmation du prestataire de paiement. Selon votre banque ou votre prestataire de paiement, il peut mettre plusieurs jours ouvrés à apparaître.',
    },
    released: {
      heading: 'Autorisé, jamais débité',
      explanation:
        'Ce montant était seulement autorisé. L’autorisation est annulée : il n’y a rien à rembourser. Votre banque peut mettre quelques jours à l’afficher.',
    },
    byHand: {
      heading: 'Remboursé directement par nous',
      explanation: 'Nous organisons ce remboursement directement avec vous.',
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
        'Nous n’avons pas pu accepter l’annulation. Pour toute question, répondez à cet e-mail.',
      customer_withdrew: 'Vous avez retiré votre demande.',
      not_answered:
        'Nous n’avons pas répondu à temps. Répondez à cet e-mail si vous souhaitez toujours annuler.',
      already_shipped:
        'Elle a déjà été expédiée. Après réception, un retour peut être possible : consultez nos conditions de retour ou répondez à cet e-mail.',
      fulfillment_started:
        'Elle est déjà en préparation. Après réception, un retour peut être possible : consultez nos conditions de retour ou répondez à cet e-mail.',
      warehouse_refused:
        'L’entrepôt n’a plus pu l’intercepter. Après réception, un retour peut être possible : consultez nos conditions de retour ou répondez à cet e-mail.',
      cancelled_elsewhere: 'Nous avons traité cette commande d’une autre manière.',
      order_gone: 'Cette commande n’existe plus chez nous.',
      outcome_unknown: 'Nous vérifions cette commande. Répondez à cet e-mail, nous vous aiderons.',
      not_possible:
        'Elle ne peut pas être annulée dans son état actuel. Répondez à cet e-mail, nous vous aiderons.',
    },
    nextStep: {
      return_it: 'Vous pourrez retourner les articles à leur arrivée.',
      contact_shop: 'Répondez à cet e-mail : nous chercherons une solution avec vous.',
      wait_for_delivery: 'Attendez la livraison ; rien d’autre n’est nécessaire.',
    },
    contact: 'Nous écrire',
    returns: 'Voir nos conditions de retour',
  },
  received: {
    subject: (orderName) => `Nous avons reçu votre demande d’annulation pour ${orderName}`,
    intro: (orderName) =>
      `Votre commande ${orderName} est suspendue. Dès que votre banque aura confirmé le paiement, nous l’annulerons et vous rembourserons le montant payé.`,
    review: (orderName) =>
      `Nous avons reçu votre demande d’annulation de la commande ${orderName}. La commande est suspendue pendant que nous l’examinons. Vous recevrez la réponse par e-mail.`,
  },
  requestedPart: {
    received: (orderName) =>
      `Nous avons reçu votre demande d’annulation d’articles de la commande ${orderName}. La commande est suspendue pendant que nous l’examinons. Vous recevrez la réponse par e-mail.`,
    declined: {
      subject: (orderName) =>
        `Des articles de votre commande ${orderName} n’ont pas pu être annulés`,
      intro: (orderName) =>
        `Vous avez demandé l’annulation des articles ci-dessous de votre commande ${orderName}. Ils n’ont pas été annulés et suivent leur cours.`,
    },
    itemsHeading: 'Articles de votre demande',
  },
  refundFailed: {
    subject: (orderName) => `Le remboursement de votre commande ${orderName} est retardé`,
    intro: (orderName, amount) =>
      `Le remboursement de ${amount} pour votre commande ${orderName} n’a pas abouti. Nous nous en occupons et vous contacterons.`,
  },
  noteFrom: (shopName) => `Un message de ${shopName}`,
  viewOrder: 'Voir la commande',
  replies: (shopName) => `Votre réponse à cet e-mail parvient à ${shopName}.`,
  staff: {
    waiting: {
      subject: (orderName) => `Une demande d’annulation de ${orderName} vous attend`,
      intro: (orderName) =>
        `Un client demande l’annulation de la commande ${orderName}. Son expédition est en attente jusqu’à votre réponse.`,
    },
    near: {
      subject: (orderName) => `La demande d’annulation de ${orderName} expire bientôt`,
      intro: (orderName) =>
        `La demande d’annulation de la commande ${orderName} attend toujours votre réponse.`,
    },
    until: (time) =>
      `Sans réponse d’ici le ${time}, la demande prend fin automatiquement\u00a0: l’expédition reprend et le client est informé qu’elle n’a pas été acceptée.`,
    what: 'Ce qui doit être annulé',
    wholeOrder: 'Toute la commande',
    howMuch: 'Remboursement si vous acceptez',
    refund: 'Remboursement',
    open: 'Ouvrir la demande',
    closing: 'Unorder envoie ce message à l’adresse de contact de votre boutique.',
  },
};
