import { describe, expect, test } from 'vitest';

import {
  PLACED_AT,
  bag,
  eur,
  order,
  transaction,
} from '../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../../domain/ids.ts';
import type { TransactionFacts } from '../../domain/order/facts.ts';
import { sharesOf } from '../../domain/refund/shares/shares.ts';
import { DAY } from '../../domain/time.ts';
import { wayBackWords, withoutWayBackWords } from './way-back-words.ts';
import { messagesIn } from '../../messages/messages.ts';

const messages = messagesIn('en', 'staff');

const words = (changes: Partial<TransactionFacts>, daysLater = 0): string | null => {
  const payment = transaction(changes);
  const facts = order({ readAt: PLACED_AT + daysLater * DAY, transactions: [payment] });
  return wayBackWords(facts, payment, messages);
};

describe('what staff read of a payment’s way back', () => {
  test('by when its provider has to be asked, and that it is too late', () => {
    expect(words({ gateway: 'paypal' })).toBe('Refundable until May 21, 2027');
    expect(words({ gateway: 'paypal' }, 181)).toBe('Refundable until May 21, 2027: too late now');
  });

  test('nothing where no end is known', () => {
    expect(words({ gateway: 'shopify_payments' })).toBeNull();
  });

  test('that cash goes back by hand, and that a test charged nothing', () => {
    expect(words({ isManual: true })).toBe('Refunded by you, not by the payment provider');
    expect(words({ gateway: 'bogus' })).toBe('Test payment: nothing was charged');
  });

  test('until when an authorization holds, while it holds', () => {
    const authorized = {
      kind: 'AUTHORIZATION',
      authorizationExpiresAt: PLACED_AT + 7 * DAY,
    } as const;
    expect(words(authorized)).toBe('Authorized until Nov 29, 2026');
    expect(words(authorized, 8)).toBeNull();
  });

  test('the day in the shop’s time zone, not the server’s', () => {
    const authorizationExpiresAt = Date.UTC(2026, 10, 28, 23, 30);
    expect(words({ kind: 'AUTHORIZATION', authorizationExpiresAt })).toBe(
      'Authorized until Nov 29, 2026',
    );
  });

  test('nothing of payments that failed', () => {
    expect(words({ gateway: 'paypal', status: 'FAILURE' })).toBeNull();
  });
});

describe('what staff are warned of before they refund', () => {
  test('each share whose provider takes no refund, and no other', () => {
    const card = transaction({
      id: 'gid://shopify/OrderTransaction/2' as TransactionId,
      amount: bag(eur(4_000)),
    });
    const konbini = transaction({ gateway: 'konbini', gatewayName: 'Konbini' });
    const facts = order({ transactions: [card, konbini] });
    expect(withoutWayBackWords(facts, sharesOf(eur(4_000), facts), messages)).toEqual([]);
    expect(withoutWayBackWords(facts, sharesOf(eur(4_001), facts), messages)).toEqual([
      'Konbini will probably refuse this refund: its refund period is over, or it accepts none. Refund the customer yourself, or give store credit.',
    ]);
  });
});
