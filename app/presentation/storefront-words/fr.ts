import type { StorefrontWords } from './words.ts';

export const fr: StorefrontWords = {
  policy: {
    version: (version, since) => `Version ${version}, en vigueur depuis le ${since}.`,
    initialVersion: 'Nous n’avons pas encore modifié ces conditions.',
    cancelAnOrder: 'Annuler une commande sans compte',
  },
  languages: 'Langues',
  problem: {
    title: 'Cette page ne peut pas être affichée pour le moment',
    unavailable:
      'Nous sommes injoignables pour le moment. Rien n’a été modifié : veuillez réessayer dans une minute.',
    failed: (reference) =>
      `Un problème est survenu de notre côté. Veuillez réessayer dans une minute. Référence\u00a0: ${reference}`,
  },
  guest: {
    title: 'Annuler une commande',
    policyLink: 'Lire les conditions d’annulation',
    notAvailable:
      'Nous n’envoyons pas de codes par e-mail : rien ne peut être annulé ici. Ouvrez le lien vers votre commande dans l’e-mail de confirmation, ou contactez-nous.',
    tooManyAttempts: (minutes) =>
      minutes === 1
        ? 'Trop de tentatives. Veuillez réessayer dans une minute.'
        : `Trop de tentatives. Veuillez réessayer dans ${minutes} minutes.`,
    sessionOver:
      'Pour votre sécurité, cette page ne reste ouverte qu’une demi-heure. Veuillez demander un nouveau code.',
    fault: 'Veuillez tout remplir puis réessayer.',
    ask: {
      intro:
        'Saisissez votre numéro de commande et l’adresse e-mail ou le numéro de téléphone de la commande. Nous envoyons un code à l’adresse e-mail de la commande.',
      orderName: 'Numéro de commande',
      orderNameHint: 'Il figure dans votre confirmation de commande, par exemple #1042.',
      contact: 'E-mail ou numéro de téléphone',
      submit: 'Envoyer le code',
    },
    code: {
      sent: 'Si cette commande existe, nous avons envoyé un code à son adresse e-mail. Il est valable 10 minutes.',
      label: 'Code',
      submit: 'Continuer',
      wrong: 'Ce code est incorrect ou n’est plus valable. Vérifiez-le ou demandez-en un nouveau.',
      notArrived:
        'Pas d’e-mail ? Cela peut prendre une minute. Regardez aussi dans les indésirables et vérifiez les informations saisies.',
      again: 'Demander un nouveau code',
    },
    order: {
      heading: (orderName) => `Commande ${orderName}`,
      update: 'Continuer',
      change: 'Modifier votre choix',
      refresh: 'Actualiser l’état',
    },
  },
};
