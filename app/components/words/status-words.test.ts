import { expect, it } from 'vitest';

import { messagesIn } from '../../messages/messages.ts';
import { fulfillmentWords, paymentWords } from './status-words.ts';

const messages = messagesIn('en', 'staff');

it('shows a status that Shopify adds later as readable text', () => {
  expect(paymentWords('PARTLY_AUTHORIZED', messages)).toEqual({ label: 'Partly authorized' });
  expect(fulfillmentWords('ON_HOLD', messages)).toMatchObject({
    label: 'On hold',
    tone: 'warning',
  });
  expect(paymentWords(null, messages)).toBeNull();
});
