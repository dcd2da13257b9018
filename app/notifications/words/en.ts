import type { Words } from './words.ts';

export const en: Words = {
  greeting: (firstName) => (firstName ? `Hello ${firstName},` : 'Hello,'),
  cancelled: {
    subject: (orderName) => `Your order ${orderName} is cancelled`,
    intro: (orderName) =>
      `Your order ${orderName} is cancelled. You do not need to do anything else.`,
    part: {
      subject: (orderName) => `Part of your order ${orderName} is cancelled`,
      intro: (orderName) =>
        `What you see below is cancelled. The rest of your order ${orderName} goes on as before.`,
      itemsHeading: 'Cancelled items',
    },
    fee: {
      heading: 'Cancellation fee',
      explanation: 'This was shown before the cancellation was confirmed and is kept by the shop.',
    },
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
    nextStep: {
      return_it: 'You can return the goods when they arrive.',
      contact_shop: 'Please reply to this mail: the shop will look for a way with you.',
      wait_for_delivery: 'Please wait for the delivery; nothing else is needed.',
    },
  },
  received: {
    subject: (orderName) => `We have received your cancellation of ${orderName}`,
    intro: (orderName) =>
      `Your wish to cancel order ${orderName} has arrived and nothing will be sent. Your bank has not confirmed the payment yet: once it has, the order is cancelled and whatever was paid comes back to you.`,
  },
  refundFailed: {
    subject: (orderName) => `Your refund for order ${orderName} is delayed`,
    intro: (orderName, amount) =>
      `The refund of ${amount} for your cancelled order ${orderName} could not be paid out. The shop knows about it and will pay you another way. You do not lose the money.`,
  },
  noteFrom: (shopName) => `A note from ${shopName}`,
  viewOrder: 'View your order',
  replies: (shopName) => `Your reply to this mail reaches ${shopName}.`,
};
