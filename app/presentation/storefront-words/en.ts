import type { StorefrontWords } from './words.ts';

export const en: StorefrontWords = {
  policy: {
    version: (version, since) => `Version ${version}, in force since ${since}.`,
    initialVersion: 'We have not changed this policy so far.',
    cancelAnOrder: 'Cancel an order without an account',
  },
  languages: 'Languages',
  problem: {
    title: 'This page cannot be shown now',
    unavailable:
      'We cannot be reached right now. Nothing was changed: please try again in a minute.',
    failed: (reference) =>
      `Something went wrong on our side. Please try again in a minute. Reference: ${reference}`,
  },
  guest: {
    title: 'Cancel an order',
    policyLink: 'Read the cancellation policy',
    notAvailable:
      'We do not send codes by email, so nothing can be cancelled here. Open the link to your order in the order confirmation, or contact us.',
    tooManyAttempts: (minutes) =>
      minutes === 1
        ? 'There were too many attempts. Please try again in a minute.'
        : `There were too many attempts. Please try again in ${minutes} minutes.`,
    sessionOver:
      'For your safety this page is only open for half an hour. Please ask for a new code.',
    fault: 'Please fill in everything and try again.',
    ask: {
      intro:
        'Enter your order number and the email address or phone number you ordered with. We send a code to the order’s email address.',
      orderName: 'Order number',
      orderNameHint: 'It is in your order confirmation, such as #1042.',
      contact: 'Email or phone number',
      submit: 'Send code',
    },
    code: {
      sent: 'If this order exists, we have sent a code to its email address. It is valid for 10 minutes.',
      label: 'Code',
      submit: 'Continue',
      wrong: 'This code is incorrect or has expired. Check it, or ask for a new one.',
      notArrived:
        'No email? It can take a minute. Look in the spam folder too, and check the order number and address you entered.',
      again: 'Ask for a new code',
    },
    order: {
      heading: (orderName) => `Order ${orderName}`,
      update: 'Continue',
      change: 'Change your choice',
      refresh: 'Refresh status',
    },
  },
};
