import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfillment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`up to ${duration} after ordering`]),
    ...(cutOff === null
      ? []
      : [
          `until ${cutOff.time} (${cutOff.zone}) on the first of our business days on which that time comes after your order`,
        ]),
    ...(untilFulfillment ? ['until we start preparing your order'] : ['until your order is sent']),
  ];
  const whichever = limits.length > 1 ? ', whichever comes first' : '';
  return `${limits.join(' or ')}${whichever}`;
};

export const en: PublishedWords = {
  code: 'en',
  quoted: (text) => `“${text}”`,
  units: {
    minute: ['n minute', 'n minutes'],
    hour: ['n hour', 'n hours'],
    day: ['n day', 'n days'],
    cancellation: ['n cancellation', 'n cancellations'],
    request: ['n more request', 'n more requests'],
  },
  title: 'Cancellation policy',
  introduction:
    'This is when and how you can cancel an order with us online. It does not limit your statutory rights, including any right to cancel (UK) or right of withdrawal (EU).',
  switchedOff:
    'Orders cannot be cancelled online at the moment. Please contact us if you want to cancel one.',
  headings: {
    who: 'Who can cancel',
    until: 'Until when',
    exceptions: 'Exclusions',
    refund: 'Your refund',
    part: 'If you cancel part of an order',
    openingDays: 'Our business days',
    how: 'How to cancel',
  },
  buyers: {
    customer: 'customers with an account',
    guest: 'customers who ordered without an account',
    company_buyer: 'people who order on behalf of a company',
  },
  who: (buyers, countries) =>
    `This is for ${buyers}${countries === null ? ', wherever the order goes' : `, for delivery to: ${countries}`}.`,
  ruleOrder: 'If more than one of these sections fits your order, the first of them applies.',
  nobodyElse: 'For all other orders, please contact us.',
  what: {
    whole_order: 'You can cancel the order as a whole.',
    lines: 'You can cancel the whole order or single items, each in its full quantity.',
    quantities: 'You can cancel the whole order, single items or a smaller quantity of them.',
  },
  instant: (limits) => `You can cancel immediately ${until(limits)}. Our approval is not needed.`,
  request: (limits) => `You can ask us to cancel ${until(limits)}. We then decide on your request.`,
  noInstant: 'Nothing is cancelled without our approval.',
  noRequest: 'After that you can no longer request it online.',
  reviewDays: (days) =>
    `If your request needs our approval, we answer within ${days}. If we do not, it ends and your order is processed as usual.`,
  afterDecline: (requests) =>
    requests === null
      ? 'If we decline a request, you cannot request the same items again, unless your order or this policy has changed.'
      : `If we decline a request, you can send ${requests} for the same items.`,
  reviewAbove: (amounts) =>
    `What is worth more than ${amounts} is cancelled only after we have agreed.`,
  refused: (what) => `You cannot cancel ${what} here.`,
  reviewed: (what) => `Only with our approval: ${what}.`,
  exclusions: {
    product_tag: () => 'certain products',
    product_type: (values) => `products of the type ${values}`,
    collection: (values) => `products of the collection ${values}`,
    final_sale: () => 'final sale products',
    gift_card: () => 'gift cards',
    subscription: () => 'subscriptions',
    pre_order: () => 'pre-orders',
    personalised: () => 'personalised products',
    digital: () => 'downloads, tickets and other products that are not shipped',
    customer_tag: () => 'certain orders',
    order_tag: () => 'certain orders',
    sales_channel: (values) => `orders placed through ${values}`,
    payment_method: (values) => `orders paid with ${values}`,
    risk_level: () => 'orders that need an extra check',
  },
  noExceptions: 'No product is excluded.',
  always: {
    sent: 'What was already sent, is ready to be collected or is out for delivery cannot be cancelled here. For returns, see our return policy.',
    onlyTheShop:
      'Purchases in our store, and orders with an open payment dispute, cannot be cancelled here. Please contact us.',
    usedGiftCard: 'If a gift card from your order has been used, we decide on your request.',
    bundle: 'Items that were sold as a bundle can only be cancelled together.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `After ${cancellations} in ${days}, please contact us if you want to cancel anything else.`,
    review: (cancellations, days) =>
      `After ${cancellations} in ${days}, any further one needs our approval.`,
  },
  method: {
    original: 'We refund you to the payment methods you paid with.',
    store_credit:
      'You get what you paid as store credit. This does not apply where you exercise a statutory right of withdrawal or cancellation.',
    customers_choice: 'You choose: a refund to the payment methods you paid with, or store credit.',
  },
  bonus: (percent) => `With store credit you get ${percent} extra.`,
  fee: {
    none: 'There is no cancellation fee.',
    fixed: (amounts) => `We keep a cancellation fee of ${amounts}.`,
    percent: (percent) => `We keep a cancellation fee of ${percent}.`,
    touches: {
      goods: 'It is taken from what you paid for the goods only.',
      goods_and_shipping: 'It is taken from what you paid for the goods and for shipping.',
    },
    limits:
      'It is shown before you confirm, and it is never more than your refund. There is no fee on amounts that were only authorized, and none where you exercise a statutory right of withdrawal or cancellation.',
  },
  released: 'A hold on your card for an amount that was never charged is removed.',
  wholeOrder: 'With the whole order we also refund shipping, tips, duties and import fees in full.',
  shipping: {
    keep: 'We refund shipping once no items are left to ship.',
    proportional: 'We refund the share of the shipping that belongs to the cancelled items.',
  },
  tip: {
    keep: 'Tips are not refunded.',
    proportional: 'We refund the share of a tip that belongs to the cancelled items.',
  },
  duties: {
    keep: 'Duties are not refunded.',
    proportional: 'We refund the duties on the cancelled items.',
  },
  keepTheDeal:
    'Discounts and free shipping that your order was given stay, even if the rest of it is smaller.',
  freeShipping: (minimum, price) =>
    `If the rest is worth less than ${minimum}, free shipping no longer applies and ${price} for shipping is deducted from your refund.`,
  discount: (title, minimum) =>
    `If the rest is worth less than ${minimum}, the discount ${title} no longer applies and the discount given on the remaining items is deducted from your refund.`,
  otherDeals:
    'All other discounts stay. What is deducted from your refund is shown before you confirm.',
  openingDays: (days) => `Our business days are ${days}.`,
  closedOn: (dates) => `We are closed on ${dates}.`,
  how: 'Open your order in your customer account, choose “Cancel order”, and confirm what you see. You get a message once it is done.',
  howGuest:
    'Without an account, use our cancellation page with your order number and the email address or phone number of the order.',
  reasons: (reasons) => `You choose a reason: ${reasons}.`,
  withComment: (reason) => `${reason} (with a comment)`,
  earlierOrders:
    'The policy that applied when you ordered stays valid for your order, unless the present one is better for you.',
};
