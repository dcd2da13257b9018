import { expect, it } from 'vitest';

import { messagesIn } from '../../messages/messages.ts';
import { actionsFor } from './row-actions.ts';

const messages = messagesIn('en', 'staff');

it('leads from an order to its page, straight to cancelling it, and to Shopify', () => {
  expect(actionsFor({ number: '5001', whyNot: null }, null, messages)).toEqual([
    { content: 'View', url: '/app/orders/5001' },
    { content: 'Cancel order', url: '/app/orders/5001?cancel=1', destructive: true },
    { content: 'Open in Shopify', url: 'shopify://admin/orders/5001', target: '_top' },
  ]);
});

it.each([
  ['Everything was sent.', null],
  [null, 'Your account may not.'],
])('does not offer to cancel what cannot be, and says why: %s %s', (whyNot, forbidden) => {
  const [, cancel] = actionsFor({ number: '5001', whyNot }, forbidden, messages);
  expect(cancel).toMatchObject({ disabled: true, helpText: whyNot ?? forbidden });
});
