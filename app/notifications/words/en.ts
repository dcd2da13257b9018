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
        `The items below are cancelled. The rest of your order ${orderName} is processed as usual.`,
      itemsHeading: 'Cancelled items',
    },
    fee: {
      heading: 'Cancellation fee',
      explanation: 'This was shown before the cancellation was confirmed and is not refunded.',
    },
    kept: {
      heading: 'Not refunded',
      label: 'Not part of your refund',
      explanation:
        'We do not refund this part of what you paid. Reply to this email if you have questions.',
    },
    refunded: {
      heading: 'Your refund',
      sent: 'We have sent it to the payment method you used. It can take several business days to appear, depending on your bank or payment provider.',
      onItsWay:
        'It is on its way to the payment method you used and waits for the payment provider’s confirmation. It can take several business days to appear, depending on your bank or payment provider.',
    },
    released: {
      heading: 'Authorized, never charged',
      explanation:
        'This amount was only authorized. The hold on your card is removed, so there is nothing to refund. Your bank may need a few days to show it.',
    },
    byHand: {
      heading: 'Refunded by us directly',
      explanation: 'We arrange this refund with you directly.',
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
      `You asked to cancel your order ${orderName}. It was not cancelled and is processed as usual.`,
    why: {
      staff_declined:
        'We could not agree to the cancellation. Reply to this email if you have questions.',
      customer_withdrew: 'You withdrew your request.',
      not_answered:
        'We did not answer your request in time. Reply to this email if you still want to cancel.',
      already_shipped:
        'It has already been sent. You may be able to return it once it arrives: see our return policy, or reply to this email.',
      fulfillment_started:
        'It is already being prepared. You may be able to return it once it arrives: see our return policy, or reply to this email.',
      warehouse_refused:
        'The warehouse could no longer stop it. You may be able to return it once it arrives: see our return policy, or reply to this email.',
      cancelled_elsewhere: 'We have dealt with this order in another way.',
      order_gone: 'This order is no longer in our books.',
      outcome_unknown: 'We are looking into this order. Reply to this email and we will help.',
      not_possible:
        'It cannot be cancelled in its present state. Reply to this email and we will help.',
    },
    nextStep: {
      return_it: 'You can return the items once they arrive.',
      contact_shop: 'Please reply to this email: we will look for a way with you.',
      wait_for_delivery: 'Please wait for the delivery; nothing else is needed.',
    },
    contact: 'Write to us',
    returns: 'See our return policy',
  },
  received: {
    subject: (orderName) => `We have received your cancellation request for ${orderName}`,
    intro: (orderName) =>
      `We have received your request to cancel order ${orderName}. Your order is on hold. Your bank has not confirmed the payment yet. Once it does, we cancel the order and refund what you paid.`,
    review: (orderName) =>
      `We have received your request to cancel order ${orderName}. Your order is on hold while we review it. You will get an answer by email.`,
  },
  requestedPart: {
    received: (orderName) =>
      `We have received your request to cancel items of order ${orderName}. Your order is on hold while we review it. You will get an answer by email.`,
    declined: {
      subject: (orderName) => `Items of your order ${orderName} could not be cancelled`,
      intro: (orderName) =>
        `You asked to cancel the items below of your order ${orderName}. They were not cancelled and are processed as usual.`,
    },
    itemsHeading: 'Items in your request',
  },
  refundFailed: {
    subject: (orderName) => `Your refund for order ${orderName} is delayed`,
    intro: (orderName, amount) =>
      `Your refund of ${amount} for order ${orderName} did not go through. We are working on it and will contact you.`,
  },
  noteFrom: (shopName) => `A note from ${shopName}`,
  viewOrder: 'View your order',
  replies: (shopName) => `Your reply to this email reaches ${shopName}.`,
  staff: {
    waiting: {
      subject: (orderName) => `A request to cancel ${orderName} is waiting for your response`,
      intro: (orderName) =>
        `A customer asks to cancel order ${orderName}. Its fulfillment is on hold until you answer.`,
    },
    near: {
      subject: (orderName) => `The request to cancel ${orderName} ends soon`,
      intro: (orderName) =>
        `The request to cancel order ${orderName} is still waiting for your answer.`,
    },
    until: (time) =>
      `Without an answer by ${time}, the request ends: the hold is released and the customer is notified that it was not accepted.`,
    what: 'What is to be cancelled',
    wholeOrder: 'The whole order',
    howMuch: 'Refund if you approve',
    refund: 'Refund',
    open: 'Open the request',
    closing: 'Unorder sent this email to your store’s contact address.',
  },
};
