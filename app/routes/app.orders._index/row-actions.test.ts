import { expect, it } from 'vitest';

import { messagesIn } from '../../messages/messages.ts';
import { actionsFor } from './row-actions.ts';

const messages = messagesIn('en', 'staff');

it('leads from an order to its page, and straight to cancelling it', () => {
  expect(actionsFor({ number: '5001', cancelled: false }, messages)).toEqual([
    { content: 'View', url: '/app/orders/5001' },
    { content: 'Cancel order', url: '/app/orders/5001?cancel=1', destructive: true },
  ]);
});

it('does not offer to cancel an order that is cancelled', () => {
  const offered = actionsFor({ number: '5001', cancelled: true }, messages);
  expect(offered.map(({ content }) => content)).toEqual(['View']);
});
