import { expect, it } from 'vitest';

import { fulfillmentWords, paymentWords } from './status-words.ts';

it('shows a status that Shopify adds later as readable text', () => {
  expect(paymentWords('PARTLY_AUTHORIZED')).toEqual({ label: 'Partly authorized' });
  expect(fulfillmentWords('ON_HOLD')).toMatchObject({ label: 'On hold', tone: 'warning' });
  expect(paymentWords(null)).toBeNull();
});
