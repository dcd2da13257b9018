import type { Words } from './words.ts';

export const en: Words = {
  greeting: (firstName) => (firstName ? `Hello ${firstName},` : 'Hello,'),
  cancelled: {
    subject: (orderName) => `Your order ${orderName} is cancelled`,
    intro: (orderName) =>
      `Your order ${orderName} is cancelled. You do not need to do anything else.`,
    refunded: {
      heading: 'Your refund',
      sent: 'We have sent it to where you paid from. It usually takes 5 to 10 days to show on your statement.',
      onItsWay:
        'It is on its way to where you paid from and waits for the payment provider’s confirmation. It usually takes 5 to 10 days to show on your statement.',
    },
    released: {
      heading: 'Reserved, never charged',
      explanation:
        'This amount was only reserved. The reservation is released, so there is nothing to refund. Your bank may need a few days to show it.',
    },
    byHand: {
      heading: 'Paid back by the shop',
      explanation:
        'This was not paid online, so it cannot go back by itself. The shop will hand it back to you.',
    },
    storeCredit: {
      heading: 'Store credit',
      label: 'Store credit',
      given: 'It is in your account and can be used for your next order.',
      onItsWay: 'It is being added to your account.',
    },
  },
  declined: {
    subject: (orderName) => `Your order ${orderName} could not be cancelled`,
    intro: (orderName) =>
      `You asked to cancel your order ${orderName}. It was not cancelled and goes on as before.`,
    why: {
      staff_declined:
        'The shop could not agree to the cancellation. Reply to this mail if you have questions.',
      customer_withdrew: 'You withdrew your request.',
      not_answered:
        'The shop did not answer your request in time. Reply to this mail, or ask again.',
      already_shipped: 'It has already been sent. You can return it when it arrives.',
      fulfilment_started: 'It is already being prepared. You can return it when it arrives.',
      warehouse_refused:
        'The warehouse could no longer stop it. You can return it when it arrives.',
      cancelled_elsewhere: 'The shop has dealt with this order in another way.',
      not_possible:
        'It cannot be cancelled in its present state. Reply to this mail and the shop will help.',
    },
  },
  noteFrom: (shopName) => `A note from ${shopName}`,
  viewOrder: 'View your order',
  replies: (shopName) => `Your reply to this mail reaches ${shopName}.`,
};
