import { describe, expect, test } from 'vitest';
import {
  approveRequest,
  declineRequest,
} from '../../app/application/cancellation/answer-request.ts';
import { listOrders } from '../../app/application/order/list-orders.ts';
import { NEWEST_ORDERS, ORDER_LIST } from '../../app/application/order/order-search.ts';
import { readStaffOrder } from '../../app/application/order/read-staff-order.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { ok } from '../../app/domain/result.ts';
import { HOUR, MINUTE } from '../../app/domain/time.ts';
import { firstPage } from '../../app/presentation/list/list-query.ts';
import { presentOrderList } from '../../app/presentation/list/present-lists.ts';
import { presentStaffOrder } from '../../app/presentation/staff/present-staff-order.ts';
import { type Stage, openStage } from './stage.ts';
import { OWNER } from '../support/facts/staff-access.ts';
import { messagesIn } from '../../app/messages/messages.ts';
import { newest } from '../support/database/newest.ts';

const staff = {
  actor: { kind: 'staff', staffId: '1' },
  access: OWNER,
} as const;
const byRequest = {
  rule: { instant: null, request: { minutes: null, cutOff: null, untilFulfillment: false } },
} as const;
const shopOf = (stage: Stage) => stage.scene.domain as ShopDomain;

describe('the list of orders', () => {
  const listed = (stage: Stage) => stage.deps.orders.get(shopOf(stage), stage.orderId);

  test('case 53: shows what the app has just done before any webhook has come', async () => {
    const stage = await openStage({});
    await stage.reconcile();
    // Webhooks are taken and never applied.
    Object.assign(stage.deps.inbox, { load: async () => [] });
    await stage.request();
    await stage.settle(MINUTE);
    expect((await stage.record()).state.status).toBe('completed');
    expect(await listed(stage)).toMatchObject({
      cancelledAt: expect.any(Number) as number,
      financialStatus: 'REFUNDED',
    });
  });

  test('case 53: is right although an older webhook of the same second comes last', async () => {
    const stage = await openStage({});
    await stage.request();
    await stage.settle(HOUR);
    const now = await listed(stage);
    expect(now).toMatchObject({ financialStatus: 'REFUNDED' });
    if (!now) throw new Error('The order is not listed');
    const at = stage.deps.clock.now();
    const before = { ...now, financialStatus: 'PAID', cancelledAt: null };
    await stage.deps.inbox.store(
      shopOf(stage),
      {
        webhookId: 'late',
        eventId: 'late',
        topic: 'orders/updated',
        triggeredAt: at,
        receivedAt: at,
        event: { kind: 'order_changed', snapshot: before },
      },
      { at, job: { name: 'apply-webhook', shop: shopOf(stage), webhookId: 'late' } },
    );
    await stage.settle(MINUTE);
    expect(await listed(stage)).toEqual(now);
  });

  test('case 53: keeps "On hold", which no webhook about the order says', async () => {
    const stage = await openStage({ policy: byRequest });
    await stage.request();
    await stage.settle(MINUTE);
    expect((await stage.record()).state.status).toBe('in_review');
    expect(await listed(stage)).toMatchObject({ fulfillmentStatus: 'ON_HOLD' });
    await declineRequest(stage.deps, shopOf(stage), (await stage.record()).state.id, staff, {
      noteToCustomer: 'It is on its way.',
      nextStep: 'contact_shop',
    });
    await stage.settle(MINUTE);
    expect(await listed(stage)).toMatchObject({ fulfillmentStatus: 'UNFULFILLED' });
  });
});

describe('case 34: an order of which a part was cancelled', () => {
  const lists = async (stage: Stage, state?: 'partly_cancelled' | 'cancelled') =>
    presentOrderList(
      await listOrders(stage.deps, shopOf(stage), {
        ...NEWEST_ORDERS,
        state: state ?? null,
      }),
      firstPage(ORDER_LIST),
      messagesIn('en', 'staff'),
    ).orders;

  test('reads "Partly cancelled" in the list, its filter and on its page', async () => {
    const stage = await openStage({ lines: [{ sku: 'MUG', quantity: 3 }] });
    await stage.cancel({ selection: stage.units(1) });
    await stage.settle(MINUTE);
    await stage.reconcile();
    expect(await lists(stage)).toMatchObject([
      {
        state: { label: 'Partly cancelled' },
        cancellation: { statusLabel: 'Partly cancelled' },
        fulfillmentStatus: 'UNFULFILLED',
      },
    ]);
    expect(await lists(stage, 'partly_cancelled')).toHaveLength(1);
    expect(await lists(stage, 'cancelled')).toHaveLength(0);
    const read = await readStaffOrder(stage.deps, shopOf(stage), stage.orderId, ok(staff.access));
    if (!read.ok) throw new Error('The order cannot be read');
    const page = presentStaffOrder(read.value, messagesIn('en', 'staff'));
    expect(page.order.state.label).toBe('Partly cancelled');
    expect(page.cancellation?.statusLabel).toBe('Partly cancelled');
  });

  test('and then the rest reads "Cancelled", with no fulfillment to come', async () => {
    const stage = await openStage({ lines: [{ sku: 'MUG', quantity: 3 }] });
    await stage.cancel({ selection: stage.units(1) });
    await stage.settle(MINUTE);
    await stage.cancel();
    await stage.settle(MINUTE);
    expect(await lists(stage)).toMatchObject([
      {
        state: { label: 'Cancelled' },
        cancellation: { statusLabel: 'Cancelled' },
        fulfillmentStatus: null,
      },
    ]);
    expect(await lists(stage, 'cancelled')).toHaveLength(1);
  });
});

describe('acting once', () => {
  test('case 7: customer and staff together, and clicks in a row, lead to one cancellation', async () => {
    const stage = await openStage({});
    const asked = await Promise.all([stage.request(), stage.cancel(), stage.request()]);
    const ids = asked.map((result) => (result.ok ? result.value : result.error));
    expect(new Set(ids).size).toBe(1);
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
    expect(stage.mails).toHaveLength(1);
  });

  test('case 7: a second confirmation from a page that has not seen the first takes no second unit', async () => {
    const stage = await openStage({ lines: [{ sku: 'MUG', quantity: 3 }] });
    const one = { selection: stage.units(1), issueRefund: true } as const;
    const first = await stage.cancel(one);
    await stage.settle();
    const stale = await stage.cancel({ ...one, known: null });
    expect(stale).toEqual(first);
    await stage.settle();
    expect(stage.ledger().refunded).toEqual({ shopify_payments: 1_250 });
  });

  test('case 8: the app’s own webhooks are not news: nothing is counted or done twice', async () => {
    const stage = await openStage({});
    await stage.request();
    await stage.settle(HOUR);
    const { world, domain } = stage.scene;
    for (const delivery of world.webhooks.list({ orderId: stage.order.id })) {
      world.webhooks.duplicate(delivery.id);
    }
    await stage.settle(HOUR);
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
    const { events } = await stage.record();
    expect(events.filter((event) => event.type === 'completed')).toHaveLength(1);
    expect(await newest(stage.deps.store, domain as ShopDomain, { limit: 5 })).toHaveLength(1);
  });

  test('case 9: an order cancelled in the admin is on record as done outside, once', async () => {
    const stage = await openStage({});
    stage.scene.world.commerce.cancelInAdmin(stage.scene.domain, stage.order.id, { refund: true });
    await stage.settle(HOUR);
    const listed = await newest(stage.deps.store, shopOf(stage), { limit: 5 });
    expect(listed).toMatchObject([
      { status: 'completed', requestedBy: 'outside', amount: { minor: 2_500 } },
    ]);
    expect(stage.mails).toEqual([]);
  });

  test('case 9: an open request ends with a fitting message when somebody cancels in the admin', async () => {
    const stage = await openStage({ policy: byRequest });
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('in_review');
    stage.scene.world.commerce.cancelInAdmin(stage.scene.domain, stage.order.id, { refund: true });
    await stage.settle(HOUR);
    const listed = await newest(stage.deps.store, shopOf(stage), { limit: 5 });
    expect(listed.map(({ status, requestedBy }) => [status, requestedBy])).toEqual(
      expect.arrayContaining([
        ['superseded', 'shopper'],
        ['completed', 'outside'],
      ]),
    );
    expect(listed).toHaveLength(2);
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
  });

  test('case 58: the platform’s mail and our own exclude each other, and resending moves no money', async () => {
    const stage = await openStage({});
    await stage.request();
    await stage.settle();
    expect(stage.mails).toHaveLength(1);
    expect(stage.ledger().mails.platform).not.toHaveProperty('order_cancelled');
    expect(stage.ledger().mails.platform).not.toHaveProperty('refund_notification');
  });
});

describe('what is said', () => {
  test('case 61: declining needs words for the customer and says what they can do instead', async () => {
    const stage = await openStage({ policy: byRequest });
    await stage.request();
    await stage.settle();
    const { state } = await stage.record();
    const decline = (noteToCustomer: string) =>
      declineRequest(stage.deps, shopOf(stage), state.id, staff, {
        noteToCustomer,
        nextStep: 'return_it',
      });
    expect(await decline('   ')).toMatchObject({ ok: false, error: [{ code: 'note_needed' }] });
    expect((await decline('It is engraved already.')).ok).toBe(true);
    await stage.settle();
    const declined = await stage.record();
    expect(declined.state).toMatchObject({
      status: 'declined',
      policyVersion: 1,
      turnedBack: { why: { code: 'staff_declined', nextStep: 'return_it' } },
    });
    expect(stage.mails[0]).toContain('on hold while we review it');
    expect(stage.mails[1]).toContain('It is engraved already.');
    expect(stage.mails[1]).toContain('You can return the items once they arrive.');
    expect(stage.ledger()).toMatchObject({ cancels: 0, openHolds: 0 });
  });

  test('what staff declined is not asked again, until the policy is a kinder one', async () => {
    const stage = await openStage({ policy: byRequest });
    await stage.request();
    await stage.settle();
    const { state } = await stage.record();
    const words = { noteToCustomer: 'It is engraved already.', nextStep: 'contact_shop' } as const;
    await declineRequest(stage.deps, shopOf(stage), state.id, staff, words);
    await stage.settle();
    const again = await stage.request();
    expect(again).toMatchObject({ ok: false });
    expect(JSON.stringify(again)).toContain('already_declined');
    expect((await stage.record()).state.id).toBe(state.id);
    const atOnce = { minutes: null, cutOff: null, untilFulfillment: false };
    await stage.savePolicy({ rule: { instant: atOnce } });
    expect((await stage.request()).ok).toBe(true);
  });

  test('where the whole order was declined, the customer is still offered its parts', async () => {
    const stage = await openStage({ policy: byRequest });
    await stage.request();
    await stage.settle();
    const { state } = await stage.record();
    const words = { noteToCustomer: 'It is engraved already.', nextStep: 'contact_shop' } as const;
    await declineRequest(stage.deps, shopOf(stage), state.id, staff, words);
    await stage.settle();
    expect(await stage.offer()).toMatchObject({
      ok: true,
      value: {
        evaluation: { againstWholeOrder: [{ code: 'already_declined' }] },
        offer: { available: true, quote: null },
      },
    });
    expect((await stage.request({ selection: stage.units(1) })).ok).toBe(true);
  });

  test('what staff declined is asked again as often as the policy says, and no oftener', async () => {
    const stage = await openStage({
      policy: { ...byRequest, document: { requestsAfterDecline: 1 } },
    });
    const words = { noteToCustomer: 'It is engraved already.', nextStep: 'contact_shop' } as const;
    for (const time of ['first', 'second']) {
      expect((await stage.request()).ok, time).toBe(true);
      await stage.settle();
      const { state } = await stage.record();
      await declineRequest(stage.deps, shopOf(stage), state.id, staff, words);
      await stage.settle();
    }
    expect(JSON.stringify(await stage.request())).toContain('already_declined');
  });

  test('case 62: a long note for staff is cut for Shopify by rule, and kept whole by the app', async () => {
    const stage = await openStage({});
    const note = 'Ä'.repeat(1_900);
    expect((await stage.cancel({ internalNote: note })).ok).toBe(true);
    await stage.settle();
    const { state, texts } = await stage.record();
    expect(state.status).toBe('completed');
    expect(texts.internalNote).toBe(note);
    expect(stage.order.cancelStaffNote?.length).toBeLessThanOrEqual(255);
    expect(stage.order.cancelStaffNote).toContain(`[unorder ${state.id}]`);
  });

  test('case 62: texts above their limit are refused with the limit, and nothing is stored', async () => {
    const stage = await openStage({});
    expect(await stage.cancel({ noteToCustomer: 'x'.repeat(2_001) })).toMatchObject({
      ok: false,
      error: [{ code: 'text_too_long', limit: 2_000 }],
    });
    expect(stage.ledger().cancelRequests).toBe(0);
  });

  test('a request is approved with what the order gives back at that moment', async () => {
    const stage = await openStage({ policy: byRequest });
    await stage.request();
    await stage.settle();
    stage.scene.world.commerce.refundInAdmin(stage.scene.domain, stage.order.id, { amount: 500 });
    const { state } = await stage.record();
    const approved = await approveRequest(stage.deps, shopOf(stage), state.id, staff, {
      kind: 'as_asked',
      noteToCustomer: '',
    });
    expect(approved.ok).toBe(true);
    await stage.settle();
    expect((await stage.record()).state).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: { minor: 2_000 } } },
    });
  });
});
