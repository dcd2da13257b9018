import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfilment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`within ${duration} of ordering`]),
    ...(cutOff === null
      ? []
      : [
          `until ${cutOff.time} (${cutOff.zone}) on the first of our opening days on which that time comes after your order`,
        ]),
    ...(untilFulfilment ? ['before we begin to prepare it'] : ['before it is sent']),
  ];
  const whichever = limits.length > 1 ? ', whichever comes first' : '';
  return `${limits.join(', ')}${whichever}`;
};

export const en: PublishedWords = {
  code: 'en',
  quoted: (text) => `“${text}”`,
  units: {
    minute: ['n minute', 'n minutes'],
    hour: ['n hour', 'n hours'],
    day: ['n day', 'n days'],
  },
  title: 'Cancellation policy',
  introduction:
    'This is when and how you can cancel an order with us yourself. It does not limit any right of withdrawal or other right that the law gives you.',
  switchedOff:
    'Orders cannot be cancelled online at the moment. Please contact us if you want to cancel one.',
  headings: {
    who: 'Who can cancel',
    until: 'Until when',
    exceptions: 'What is left out',
    refund: 'What you get back',
    part: 'If you cancel a part of an order',
    openingDays: 'Our opening days',
    how: 'How to cancel',
  },
  buyers: {
    customer: 'customers with an account',
    guest: 'customers who ordered without an account',
    company_buyer: 'people who buy for a company that they have a role at',
  },
  who: (buyers, countries) =>
    `This is for ${buyers}${countries === null ? ', wherever the order goes' : `, for orders to ${countries}`}.`,
  ruleOrder: 'If more than one of these sections fits your order, the first of them applies.',
  nobodyElse: 'For all other orders, please contact us.',
  what: {
    whole_order: 'You can cancel the order as a whole.',
    lines: 'You can cancel the whole order or single items of it, each with all its units.',
    quantities: 'You can cancel the whole order, single items or single units of them.',
  },
  instant: (limits) =>
    `You can cancel at once ${until(limits)}. It is then carried out without our approval.`,
  request: (limits) => `You can ask us to cancel ${until(limits)}. We then decide on your request.`,
  noInstant: 'Nothing is cancelled without our approval.',
  noRequest: 'After that you can no longer ask for it online.',
  reviewDays: (days) =>
    `If your request needs our approval, we answer within ${days}. If we do not, it ends and your order goes on as placed.`,
  reviewAbove: (amounts) =>
    `What is worth more than ${amounts} is cancelled only after we have agreed.`,
  refused: (what) => `You cannot cancel ${what} here.`,
  reviewed: (what) => `For ${what} we decide on your request.`,
  exclusions: {
    product_tag: (values) => `products marked ${values}`,
    product_type: (values) => `products of the type ${values}`,
    collection: (values) => `products of the collection ${values}`,
    final_sale: (values) => `final sale products (marked ${values})`,
    gift_card: () => 'gift cards',
    subscription: () => 'subscriptions',
    pre_order: () => 'pre-orders',
    personalised: () => 'personalised products',
    digital: () => 'downloads, tickets and other products that are not shipped',
    customer_tag: (values) => `orders of customers marked ${values}`,
    order_tag: (values) => `orders marked ${values}`,
    sales_channel: (values) => `orders placed through ${values}`,
    payment_method: (values) => `orders paid with ${values}`,
    risk_level: (values) => `orders that our fraud check rates as ${values} risk`,
  },
  risk: { MEDIUM: 'medium', HIGH: 'high' },
  noExceptions: 'No product is left out.',
  always: {
    sent: 'What was already sent, is ready to be collected or is out for delivery cannot be cancelled here. You can return it.',
    onlyTheShop:
      'Orders bought in our shop, and orders whose payment a bank is looking into, cannot be cancelled here. Please contact us.',
    usedGiftCard: 'If a gift card from your order has been used, we decide on your request.',
    bundle: 'Items that were sold as a bundle can only be cancelled together.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `After ${cancellations} cancellations within ${days} please contact us for any further one.`,
    review: (cancellations, days) =>
      `After ${cancellations} cancellations within ${days} we decide on any further one.`,
  },
  method: {
    original: 'Your money goes back to the payment methods you paid with.',
    store_credit: 'You get what you paid as store credit.',
    customers_choice:
      'You choose: your money goes back to the payment methods you paid with, or you get store credit.',
  },
  bonus: (percent) => `On store credit we add ${percent}.`,
  fee: {
    none: 'There is no cancellation fee.',
    fixed: (amounts) => `We keep a cancellation fee of ${amounts}.`,
    percent: (percent) => `We keep a cancellation fee of ${percent}.`,
    touches: {
      goods: 'It is taken from what you paid for the goods only.',
      goods_and_shipping: 'It is taken from what you paid for the goods and for shipping.',
    },
    limits:
      'It is shown before you confirm, and it is never more than what would come back. There is no fee on amounts that were only reserved.',
  },
  released: 'An amount that was only reserved and not taken is released.',
  wholeOrder: 'With the whole order, shipping, tips, duties and import fees come back in full.',
  shipping: {
    keep: 'Shipping comes back once nothing is left to be sent.',
    proportional: 'The share of the shipping that belongs to the cancelled items comes back.',
  },
  tip: {
    keep: 'A tip stays with the order.',
    proportional: 'The share of a tip that belongs to the cancelled items comes back.',
  },
  duties: {
    keep: 'Duties stay with the order.',
    proportional: 'The duties on the cancelled items come back.',
  },
  keepTheDeal:
    'Discounts and free shipping that your order was given stay, even if the rest of it is smaller.',
  freeShipping: (minimum, price) =>
    `If the rest is worth less than ${minimum}, free shipping no longer applies and ${price} for shipping is taken from the refund.`,
  discount: (title, minimum) =>
    `If the rest is worth less than ${minimum}, the discount ${title} no longer applies and what it gave on the rest is taken from the refund.`,
  otherDeals:
    'All other discounts stay. What is taken from the refund is shown before you confirm.',
  openingDays: (days) => `We are open on ${days}.`,
  closedOn: (dates) => `We are closed on ${dates}.`,
  how: 'Open your order in your customer account, choose “Cancel order”, and confirm what you see. You get a message once it is done.',
  howGuest:
    'Without an account, use the cancellation page of this shop with your order number and the e-mail address or phone number of the order.',
  reasons: (reasons) => `You choose a reason: ${reasons}.`,
  withComment: (reason) => `${reason} (with a comment)`,
  earlierOrders:
    'The policy that applied when you ordered stays valid for your order, unless the present one is better for you.',
};
