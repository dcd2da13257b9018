import { SKU } from 'devstore/seed';
import { describe, expect, test } from 'vitest';

import { money } from '../../app/domain/money.ts';
import { DAY, HOUR } from '../../app/domain/time.ts';
import { openStage } from './stage.ts';

const eur = (minor: number) => money(minor, 'EUR');
const MUG = 1_250;

describe('money of whole orders', () => {
  test('a paid order is cancelled, refunded in full, restocked, and its customer told once', async () => {
    const stage = await openStage({});
    expect((await stage.request()).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({
      cancels: 1,
      refunded: { shopify_payments: 2 * MUG },
      openHolds: 0,
    });
    expect(stage.mails).toHaveLength(1);
  });

  test('case 1: money that was only authorized is released, never called refunded', async () => {
    const stage = await openStage({ payment: 'authorized' });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ refunded: {}, voided: { shopify_payments: 2 * MUG } });
    expect(stage.mails[0]).toContain('Authorized, never charged');
    expect(stage.mails[0]).not.toContain('Your refund');
  });

  test('case 2: of a partly captured payment the captured part is refunded and the rest released', async () => {
    const stage = await openStage({ payment: 'partly_captured' });
    await stage.request();
    await stage.settle();
    expect(stage.ledger()).toMatchObject({
      refunded: { shopify_payments: MUG },
      voided: { shopify_payments: MUG },
    });
    expect(stage.mails[0]).toContain('Authorized, never charged');
    expect(stage.mails[0]).toContain('Your refund');
  });

  test('case 3: an authorization that has expired does not stand in the way of the cancel', async () => {
    const stage = await openStage({ payment: 'authorization_expired' });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: {} });
  });

  test('case 4: a refund that the gateway refuses is never shown as done, and is sent again by the same plan', async () => {
    const stage = await openStage({});
    stage.scene.world.faults.inject({
      fault: {
        at: 'gateway',
        gateway: '*',
        action: 'refund',
        effect: { kind: 'decline', message: 'Insufficient funds' },
      },
    });
    await stage.request();
    await stage.settle(HOUR);
    expect((await stage.record()).state).toMatchObject({
      status: 'needs_attention',
      attention: { what: 'refund_failed', amount: eur(2 * MUG) },
    });
    // The customer hears at once that the money is late, and later that it is on its way.
    expect(stage.mails).toHaveLength(1);
    expect(stage.mails[0]).toContain('Your refund of €25.00');
    expect(stage.mails[0]).toContain('did not go through');
    expect((await stage.resume('retry')).ok).toBe(true);
    await stage.settle(HOUR);
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.mails).toHaveLength(2);
    expect(stage.mails[1]).toContain('Your refund');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2 * MUG } });
  });

  test('case 4: what the gateway refused and became store credit is mailed as store credit', async () => {
    const stage = await openStage({});
    stage.scene.world.faults.inject({
      fault: {
        at: 'gateway',
        gateway: '*',
        action: 'refund',
        effect: { kind: 'decline', message: 'Insufficient funds' },
      },
    });
    await stage.request();
    await stage.settle(HOUR);
    expect((await stage.resume('refund_as_store_credit')).ok).toBe(true);
    await stage.settle(HOUR);
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.mails).toHaveLength(2);
    expect(stage.mails[1]).toContain('Store credit: €25.00');
    expect(stage.mails[1]).not.toContain('Your refund');
  });

  test('case 11: the mail about a smaller refund says what the shop keeps', async () => {
    const stage = await openStage({});
    await stage.cancel({ amount: '10.00' });
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 1_000 });
    expect(stage.mails).toHaveLength(1);
    expect(stage.mails[0]).toContain('Not part of your refund: €15.00');
    expect(stage.mails[0]).toMatch(/€10\.00/);
  });

  test('case 11: the mail about a cancellation without a refund says that all is kept', async () => {
    const stage = await openStage({});
    await stage.cancel({ issueRefund: false });
    await stage.settle();
    expect(stage.mails[0]).toContain('Not part of your refund: €25.00');
    expect(stage.mails[0]).not.toContain('Your refund');
  });

  test('case 15: with halves cancelled one after the other the tip is given back once', async () => {
    const stage = await openStage({
      tip: 1_000,
      policy: {
        rule: {
          fee: { kind: 'percent', percent: 10, touches: 'goods' },
          partial: { shipping: 'keep', tip: 'proportional', duties: 'keep' },
        },
      },
    });
    await stage.request({ selection: stage.units(1) });
    await stage.settle();
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 1_625 });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    // Twice 12.50 less 1.25, and half of the tip.
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 3_250 });
  });

  test('case 5: a refund that comes back days later opens the case again, staff and customer hear of it, and store credit ends it', async () => {
    const stage = await openStage({});
    stage.scene.world.faults.inject({
      fault: {
        at: 'gateway',
        gateway: '*',
        action: 'refund',
        effect: { kind: 'fail_later', afterMs: 3 * DAY },
      },
    });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    await stage.settle(4 * DAY);
    expect((await stage.record()).state).toMatchObject({
      status: 'needs_attention',
      attention: { what: 'refund_failed', amount: eur(2 * MUG) },
    });
    expect(stage.mails).toHaveLength(2);
    expect(stage.mails[1]).toContain('did not go through');
    await stage.resume('refund_as_store_credit');
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    const { refunded } = stage.ledger();
    expect(Object.values(refunded).reduce((a, b) => a + b, 0)).toBe(2 * MUG);
    expect(refunded['shopify_payments'] ?? 0).toBe(0);
  });

  test('case 6: when the answer to a refund is lost, the refund is found again and not sent twice', async () => {
    const stage = await openStage({});
    stage.scene.world.faults.inject({
      fault: {
        at: 'admin_api',
        operation: 'refundCreate',
        effect: { kind: 'answer_lost_after_acting' },
      },
    });
    await stage.cancel({ amount: '10.00' });
    await stage.settle(HOUR);
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({
      refunded: { shopify_payments: 1_000 },
    });
    const keys = stage.scene.world.ledger
      .ofOrder(stage.scene.domain, stage.order.id)
      .flatMap((entry) => (entry.kind === 'refund.created' ? [entry.idempotencyKey] : []))
      .filter((key) => key !== null);
    expect(new Set(keys).size).toBe(1);
  });

  test('case 10: an order that was refunded in part gives back only what is left of it', async () => {
    const stage = await openStage({});
    stage.scene.world.commerce.refundInAdmin(stage.scene.domain, stage.order.id, { amount: 700 });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: eur(2 * MUG - 700) } },
    });
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 2 * MUG });
  });

  test('case 11: a fee is shown before, kept, and named in the mail', async () => {
    const stage = await openStage({
      policy: { rule: { fee: { kind: 'percent', percent: 10, touches: 'goods' } } },
    });
    const quoted = await stage.quote();
    if (!quoted.ok) throw new Error('The order can be cancelled');
    expect(quoted.value.quote.plan).toMatchObject({ fee: eur(250), amount: eur(2_250) });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 2_250 });
    expect(stage.mails[0]).toContain('Cancellation fee');
  });

  test('case 12: gift card and card each get back what they gave', async () => {
    const stage = await openStage({ payment: 'gift_card_and_card' });
    await stage.request();
    await stage.settle();
    expect(stage.ledger().refunded).toEqual({ gift_card: 1_000, shopify_payments: 1_500 });
  });

  test('case 13: a gift card that the order sold is useless once the order is cancelled', async () => {
    const stage = await openStage({ lines: [{ sku: SKU.giftCard, quantity: 1 }] });
    await stage.cancel();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    const sold = [...stage.scene.shop.giftCards.values()].filter(
      (card) => card.soldBy?.orderId === stage.order.id,
    );
    expect(sold.map((card) => card.enabled)).toEqual([false]);
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 5_000 });
  });

  test('case 14: store credit with its bonus arrives on the account, and nothing on the card', async () => {
    const stage = await openStage({
      policy: {
        rule: { refund: { method: 'customers_choice', storeCreditBonusPercent: 10 } },
      },
    });
    expect((await stage.request({ method: 'store_credit' })).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.scene.customer.storeCredit.get('EUR')?.balance).toBe(2_750);
    expect(stage.ledger().refunded['shopify_payments'] ?? 0).toBe(0);
    expect(stage.mails[0]).toContain('€27.50');
  });

  test('case 14: an order without a customer takes no store credit, and is told so before anything is sent', async () => {
    const stage = await openStage({});
    const guest = await openStage({ email: 'guest@example.com' });
    Object.assign(guest.order, { customerId: null });
    const refused = await guest.cancel({ method: 'store_credit' });
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'store_credit_needs_customer' }] });
    expect((await stage.cancel({ method: 'store_credit' })).ok).toBe(true);
  });

  test('case 16: an order in another currency is refunded in the currency it was paid in', async () => {
    const stage = await openStage({ presentmentCurrency: 'JPY', shopPerPresentment: '0.0062' });
    const quoted = await stage.quote();
    if (!quoted.ok) throw new Error('The order can be cancelled');
    const { amount, amountInBoth } = quoted.value.quote.plan;
    expect(amount.currencyCode).toBe('JPY');
    expect(amountInBoth.shop.currencyCode).toBe('EUR');
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: amount.minor });
  });

  test('case 22: cash on delivery that nobody paid is cancelled without any talk of money', async () => {
    const stage = await openStage({ payment: 'cash_on_delivery' });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: {}, recordedOnlyRefunds: {} });
    expect(stage.mails[0]).not.toMatch(/refund|€/i);
  });

  test('case 22: cash that was received is a task for a person, with a note of how it was done', async () => {
    const stage = await openStage({ payment: 'cash_received' });
    await stage.cancel();
    await stage.settle();
    expect((await stage.record()).state.attention).toMatchObject({
      what: 'pay_back_by_hand',
      amount: eur(2 * MUG),
    });
    expect(await stage.resume('settled_by_hand', '  ')).toMatchObject({
      ok: false,
      error: [{ code: 'proof_needed' }],
    });
    await stage.resume('settled_by_hand', 'Transfer 2026-10-15, reference 4711');
    await stage.settle();
    const { state, texts } = await stage.record();
    expect(state.status).toBe('completed');
    expect(texts.proofOfPayment).toBe('Transfer 2026-10-15, reference 4711');
  });

  test('case 23: while a bank has not answered, the wish is kept, the customer told, and carried out once it has', async () => {
    const stage = await openStage({ payment: 'bank_pending' });
    expect((await stage.request()).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('awaiting_payment');
    expect(stage.mails[0]).toContain('has not confirmed the payment yet');
    stage.scene.world.commerce.settlePendingPayment(stage.scene.domain, stage.order.id, 'paid');
    await stage.settle(HOUR);
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().cancels).toBe(1);
    expect(Object.values(stage.ledger().refunded)).toEqual([2 * MUG]);
  });

  test('case 24: a payment for a cancelled order is raised, and given back on request', async () => {
    const stage = await openStage({ payment: 'cash_on_delivery' });
    await stage.cancel();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    stage.scene.world.commerce.receivePayment(stage.scene.domain, stage.order.id, {
      gateway: 'shopify_payments',
      amount: 2 * MUG,
    });
    await stage.settle(HOUR);
    expect((await stage.record()).state.attention).toMatchObject({
      what: 'late_payment',
      amount: eur(2 * MUG),
    });
    await stage.resume('refund_late_payment');
    await stage.settle(HOUR);
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 2 * MUG });
  });

  test('case 25: while a chargeback is open nothing is refunded; staff may cancel without a refund', async () => {
    const stage = await openStage({});
    stage.scene.world.commerce.openDispute(stage.scene.domain, stage.order.id, 'CHARGEBACK');
    const refused = await stage.request();
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'dispute_open' }] });
    expect(await stage.cancel()).toMatchObject({ ok: false, error: [{ code: 'dispute_open' }] });
    expect((await stage.cancel({ issueRefund: false })).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: {} });
  });

  test('case 27: a free order is cancelled without a refund and without a word of money', async () => {
    const stage = await openStage({ payment: 'free' });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: {} });
    expect(stage.mails[0]).not.toMatch(/refund|€/i);
  });

  test('case 28: an order edited since counts as it stands now', async () => {
    const stage = await openStage({ lines: [{ sku: SKU.mug, quantity: 3 }] });
    const [line] = stage.order.lines;
    if (!line) throw new Error('The order has a line');
    stage.scene.world.commerce.editOrder(stage.scene.domain, stage.order.id, [
      { lineItemId: line.id, quantity: 1, restock: true },
    ]);
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 3 * MUG });
    expect(Object.values(stage.ledger().restocked).reduce((a, b) => a + b, 0)).toBe(3);
  });
});

describe('money of a part of an order', () => {
  test('units leave with what they cost; the rest stays and is free to be sent', async () => {
    const stage = await openStage({ lines: [{ sku: SKU.mug, quantity: 3 }] });
    expect((await stage.request({ selection: stage.units(1) })).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({
      cancels: 0,
      refunded: { shopify_payments: MUG },
      openHolds: 0,
    });
    expect(Object.values(stage.ledger().restocked)).toEqual([1]);
    expect(stage.mails[0]).toContain('The rest of your order #1001 is processed as usual');
  });

  test('one part after the other and then the rest give back every cent and leave nothing', async () => {
    const stage = await openStage({
      lines: [
        { sku: SKU.mug, quantity: 3 },
        { sku: SKU.bowl, quantity: 2 },
      ],
      orderDiscount: { title: 'WELCOME', percentPpm: 333_333 },
      shipping: { title: 'Standard', price: 499 },
      taxes: [{ title: 'VAT', ratePpm: 190_000 }],
    });
    const paid = stage.order.transactions.reduce((sum, t) => sum + t.amount, 0);
    for (const selection of [stage.units(1, 1), stage.units(1, 0)]) {
      expect((await stage.request({ selection })).ok).toBe(true);
      await stage.settle();
      expect((await stage.record()).state.status).toBe('completed');
    }
    expect((await stage.request()).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: paid } });
    expect(Object.values(stage.ledger().restocked).reduce((a, b) => a + b, 0)).toBe(5);
  });

  test('case 14: with store credit for a part, the rest gives back no more than was paid', async () => {
    const stage = await openStage({ lines: [{ sku: SKU.mug, quantity: 3 }] });
    expect((await stage.cancel({ selection: stage.units(1), method: 'store_credit' })).ok).toBe(
      true,
    );
    await stage.settle();
    stage.scene.world.commerce.refundInAdmin(stage.scene.domain, stage.order.id, { amount: 1_000 });
    await stage.settle();
    expect(await stage.cancel({ amount: '15.01' })).toMatchObject({
      error: [{ code: 'amount_above_maximum' }],
    });
    expect((await stage.cancel({ amount: '15.00' })).ok).toBe(true);
    await stage.settle(HOUR);
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.scene.customer.storeCredit.get('EUR')?.balance).toBe(1_250);
    expect(stage.ledger().refunded['shopify_payments']).toBe(3 * 1_250 - 1_250);
  });

  test('units that were not paid yet leave by an edit, and nothing is refunded', async () => {
    const stage = await openStage({
      payment: 'authorized',
      lines: [{ sku: SKU.mug, quantity: 3 }],
    });
    expect((await stage.request({ selection: stage.units(2) })).ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 0, refunded: {} });
    expect(stage.order.lines[0]?.removedQuantity).toBe(2);
  });

  test('case 15: duties come back with their units, the tip stays with a part and goes with the whole', async () => {
    const stage = await openStage({
      lines: [{ sku: SKU.mug, quantity: 2, duty: 300 }],
      tip: 400,
    });
    const part = await stage.quote({ selection: stage.units(1) });
    if (!part.ok) throw new Error('A unit can be cancelled');
    expect(part.value.quote.plan).toMatchObject({ tip: eur(0), amount: eur(MUG + 150) });
    await stage.request({ selection: stage.units(1) });
    await stage.settle();
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('completed');
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 2 * MUG + 300 + 400 });
  });
});
