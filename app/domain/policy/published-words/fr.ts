import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfillment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`jusqu’à ${duration} après la commande`]),
    ...(cutOff === null
      ? []
      : [
          `jusqu’à ${cutOff.time} (${cutOff.zone}) le premier de nos jours d’ouverture où cette heure suit votre commande`,
        ]),
    ...(untilFulfillment ? ['jusqu’au début de sa préparation'] : ['jusqu’à son expédition']),
  ];
  const whichever = limits.length > 1 ? ', à la première de ces échéances' : '';
  return `${limits.join(' ou ')}${whichever}`;
};

export const fr: PublishedWords = {
  code: 'fr',
  quoted: (text) => `«\u00a0${text}\u00a0»`,
  units: {
    minute: ['n minute', 'n minutes'],
    hour: ['n heure', 'n heures'],
    day: ['n jour', 'n jours'],
    cancellation: ['n annulation', 'n annulations'],
    request: ['n nouvelle demande', 'n nouvelles demandes'],
  },
  title: 'Conditions d’annulation',
  introduction:
    'Voici quand et comment vous pouvez annuler en ligne une commande passée chez nous. Cela ne limite ni un éventuel droit de rétractation ni aucun autre droit que la loi vous accorde.',
  switchedOff:
    'Les commandes ne peuvent pas être annulées en ligne pour le moment. Veuillez nous contacter si vous souhaitez en annuler une.',
  headings: {
    who: 'Qui peut annuler',
    until: 'Jusqu’à quand',
    exceptions: 'Ce qui est exclu',
    refund: 'Votre remboursement',
    part: 'Si vous annulez une partie de la commande',
    openingDays: 'Nos jours d’ouverture',
    how: 'Comment annuler',
  },
  buyers: {
    customer: 'les clients qui ont un compte',
    guest: 'les clients qui ont commandé sans compte',
    company_buyer: 'les personnes qui commandent au nom d’une entreprise',
  },
  who: (buyers, countries) =>
    `Cela concerne ${buyers}${countries === null ? ', quelle que soit la destination' : `, pour les commandes à destination des pays suivants\u00a0: ${countries}`}.`,
  ruleOrder:
    'Si plusieurs de ces sections correspondent à votre commande, la première d’entre elles s’applique.',
  nobodyElse: 'Pour toute autre commande, veuillez nous contacter.',
  what: {
    whole_order: 'Vous pouvez annuler la commande dans son ensemble.',
    lines:
      'Vous pouvez annuler toute la commande ou certains articles, chacun avec toutes ses unités.',
    quantities:
      'Vous pouvez annuler toute la commande, certains articles ou seulement certaines unités.',
  },
  instant: (limits) =>
    `Vous pouvez annuler immédiatement ${until(limits)}. Aucune validation de notre part n’est nécessaire.`,
  request: (limits) =>
    `Vous pouvez nous demander d’annuler ${until(limits)}. Nous décidons alors de votre demande.`,
  noInstant: 'Rien n’est annulé sans notre accord.',
  noRequest: 'Ensuite, vous ne pouvez plus le demander en ligne.',
  reviewDays: (days) =>
    `Si votre demande nécessite notre accord, nous répondons sous ${days}. À défaut, elle prend fin et votre commande suit son cours.`,
  afterDecline: (requests) =>
    requests === null
      ? 'Si nous refusons une demande, vous ne pouvez pas la renouveler pour les mêmes articles, sauf si votre commande ou ces conditions ont changé.'
      : `Si nous refusons une demande, vous pouvez envoyer ${requests} pour les mêmes articles.`,
  reviewAbove: (amounts) => `Ce qui vaut plus de ${amounts} n’est annulé qu’avec notre accord.`,
  refused: (what) => `Non annulables ici\u00a0: ${what}.`,
  reviewed: (what) => `Soumis à notre validation\u00a0: ${what}.`,
  exclusions: {
    product_tag: () => 'certains articles',
    product_type: (values) => `les articles du type ${values}`,
    collection: (values) => `les articles de la collection ${values}`,
    final_sale: () => 'les articles ni repris ni échangés',
    gift_card: () => 'les cartes-cadeaux',
    subscription: () => 'les abonnements',
    pre_order: () => 'les précommandes',
    personalised: () => 'les articles personnalisés',
    digital: () => 'les téléchargements, billets et autres articles qui ne sont pas expédiés',
    customer_tag: () => 'certaines commandes',
    order_tag: () => 'certaines commandes',
    sales_channel: (values) => `les commandes passées via ${values}`,
    payment_method: (values) => `les commandes payées avec ${values}`,
    risk_level: () => 'les commandes qui demandent une vérification supplémentaire',
  },
  noExceptions: 'Aucun article n’est exclu.',
  always: {
    sent: 'Ce qui est déjà expédié, prêt à être retiré ou en cours de livraison ne peut pas être annulé ici. Pour les retours, consultez nos conditions de retour.',
    onlyTheShop:
      'Les achats effectués en magasin et les commandes dont le paiement fait l’objet d’un litige ne peuvent pas être annulés ici. Veuillez nous contacter.',
    usedGiftCard:
      'Si une carte-cadeau de votre commande a déjà été utilisée, nous décidons de votre demande.',
    bundle: 'Les articles vendus en lot ne peuvent être annulés qu’ensemble.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Après ${cancellations} en ${days}, contactez-nous pour toute autre annulation.`,
    review: (cancellations, days) =>
      `Après ${cancellations} en ${days}, nous décidons de toute autre annulation.`,
  },
  method: {
    original: 'Votre argent est rendu sur les moyens de paiement que vous avez utilisés.',
    store_credit:
      'Ce que vous avez payé vous est rendu sous forme d’avoir. Cela ne s’applique pas si vous exercez un droit de rétractation légal.',
    customers_choice:
      'Vous choisissez : votre argent est rendu sur les moyens de paiement que vous avez utilisés, ou vous recevez un avoir.',
  },
  bonus: (percent) => `Nous ajoutons ${percent} aux avoirs.`,
  fee: {
    none: 'Il n’y a pas de frais d’annulation.',
    fixed: (amounts) => `Nous retenons des frais d’annulation de ${amounts}.`,
    percent: (percent) => `Nous retenons des frais d’annulation de ${percent}.`,
    touches: {
      goods: 'Ils sont pris uniquement sur ce que vous avez payé pour les articles.',
      goods_and_shipping:
        'Ils sont pris sur ce que vous avez payé pour les articles et la livraison.',
    },
    limits:
      'Ils sont affichés avant que vous confirmiez et ne dépassent jamais votre remboursement. Aucuns frais ne sont pris sur les montants seulement autorisés, ni si vous exercez un droit de rétractation légal.',
  },
  released: 'L’autorisation d’un montant non débité est annulée.',
  wholeOrder:
    'Avec la commande entière, la livraison, les pourboires, les droits de douane et les frais d’importation vous sont rendus en totalité.',
  shipping: {
    keep: 'Les frais de livraison sont remboursés lorsqu’il ne reste plus rien à expédier.',
    proportional: 'La part de la livraison qui revient aux articles annulés vous est rendue.',
  },
  tip: {
    keep: 'Les pourboires ne sont pas remboursés.',
    proportional: 'La part d’un pourboire qui revient aux articles annulés vous est rendue.',
  },
  duties: {
    keep: 'Les droits de douane ne sont pas remboursés.',
    proportional: 'Les droits de douane sur les articles annulés vous sont rendus.',
  },
  keepTheDeal:
    'Les remises et la livraison gratuite accordées à votre commande sont conservées, même si le reste est plus petit.',
  freeShipping: (minimum, price) =>
    `Si le reste vaut moins de ${minimum}, la livraison gratuite ne s’applique plus et ${price} de livraison sont déduits du remboursement.`,
  discount: (title, minimum) =>
    `Si le reste vaut moins de ${minimum}, la remise ${title} ne s’applique plus et la remise accordée sur les articles restants est déduite de votre remboursement.`,
  otherDeals:
    'Toutes les autres remises sont conservées. Ce qui est déduit du remboursement est affiché avant que vous confirmiez.',
  openingDays: (days) => `Nos jours d’ouverture sont\u00a0: ${days}.`,
  closedOn: (dates) => `Nous sommes fermés aux dates suivantes\u00a0: ${dates}.`,
  how: 'Ouvrez votre commande dans votre compte client, choisissez « Annuler la commande » et confirmez ce qui s’affiche. Vous recevez un message dès que c’est fait.',
  howGuest:
    'Sans compte, utilisez notre page d’annulation avec votre numéro de commande et l’adresse e-mail ou le numéro de téléphone de la commande.',
  reasons: (reasons) => `Vous choisissez un motif\u00a0: ${reasons}.`,
  withComment: (reason) => `${reason} (avec un commentaire)`,
  earlierOrders:
    'Les conditions en vigueur lors de votre commande restent valables pour elle, sauf si les conditions actuelles vous sont plus favorables.',
};
