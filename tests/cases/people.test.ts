import { seedOrder } from 'devstore/seed';
import { describe, expect, test } from 'vitest';

import type { CustomerId, OrderId, ShopDomain } from '../../app/domain/ids.ts';
import { money } from '../../app/domain/money.ts';
import { DAY, HOUR, MINUTE } from '../../app/domain/time.ts';
import {
  approveRequest,
  declineRequest,
} from '../../app/application/cancellation/answer-request.ts';
import { quoteApproval } from '../../app/application/cancellation/quote-approval.ts';
import { readLatest } from '../../app/application/cancellation/cancellation-record.ts';
import { askedByShopper } from '../../app/application/cancellation/open/asked-by-shopper.ts';
import { openCancellation } from '../../app/application/cancellation/open/open-cancellation.ts';
import { readShopperOrder } from '../../app/application/order/read-shopper-order.ts';
import { OWNER, type Setting, type Stage, openStage } from './stage.ts';
import { member as memberAccess } from '../support/facts/staff-access.ts';

const codes = (result: { readonly ok: boolean; readonly error?: unknown }): string[] =>
  result.ok ? [] : (result.error as { code: string }[]).map(({ code }) => code);

describe('people, time and rules', () => {
  test('case 45: a page left open past the window is refused cleanly and changes nothing', async () => {
    const stage = await openStage({});
    const { world } = stage.scene;
    world.advanceTo(stage.order.processedAt + 60 * MINUTE);
    expect((await stage.quote()).ok).toBe(true);
    world.advanceTo(stage.order.processedAt + 60 * MINUTE + 1);
    expect(codes(await stage.request())).toEqual(['window_closed']);
    expect(stage.ledger().cancelRequests).toBe(0);
  });

  test('case 46: the rule under which an order was placed holds, unless it has become kinder', async () => {
    const stage = await openStage({});
    const { world } = stage.scene;
    world.advanceTo(stage.order.processedAt + 30 * MINUTE);
    const short = { minutes: 10, cutOff: null, untilFulfillment: true };
    await stage.savePolicy({ rule: { instant: short } });
    expect((await stage.quote()).ok).toBe(true);
    world.advanceTo(stage.order.processedAt + 3 * HOUR);
    expect(codes(await stage.quote())).toEqual(['window_closed']);
    await stage.savePolicy({ rule: { instant: { ...short, minutes: 24 * 60 } } });
    expect((await stage.request()).ok).toBe(true);
    expect((await stage.record()).state.policyVersion).toBe(2);
  });

  test('case 48: another customer learns nothing of the order, whatever id they send', async () => {
    const stage = await openStage({});
    const stranger = {
      kind: 'customer',
      customerId: 'gid://shopify/Customer/1' as CustomerId,
    } as const;
    const shop = stage.scene.domain as ShopDomain;
    const theirs = await readShopperOrder(stage.deps, shop, stranger, stage.orderId);
    const nobodys = await readShopperOrder(
      stage.deps,
      shop,
      stranger,
      'gid://shopify/Order/999' as OrderId,
    );
    expect(theirs).toEqual(nobodys);
    const asker = askedByShopper(stranger, 'order_page', {
      selection: { kind: 'order' },
      method: 'original',
      known: null,
      reasonId: 'changed_mind',
      comment: '',
      shown: money(2_500, 'EUR'),
    });
    const asked = await openCancellation(stage.deps, shop, stage.orderId, asker);
    expect(codes(asked)).toEqual(['order_not_found']);
    expect(stage.ledger().cancelRequests).toBe(0);
  });

  test('case 51: a risky order waits for a person and takes no store credit', async () => {
    const stage = await openStage({
      policy: { rule: { refund: { method: 'customers_choice', storeCreditBonusPercent: null } } },
      risk: [{ level: 'HIGH', provider: null, facts: [] }],
    });
    const seen = await stage.offer();
    if (!seen.ok || !seen.value.offer.available) throw new Error('It can be asked for');
    expect(seen.value.offer.methods).toEqual(['original']);
    expect(seen.value.offer.quote?.handling).toBe('review');
    await stage.request();
    await stage.settle();
    expect((await stage.record()).state.status).toBe('in_review');
    expect(stage.ledger()).toMatchObject({ cancels: 0, refunded: {}, openHolds: 1 });
  });

  test('case 55: who may not cancel in Shopify may not do it here either', async () => {
    const stage = await openStage({});
    const readOnly = {
      actor: { kind: 'staff', staffId: '2' },
      channel: 'app',
      access: memberAccess({ mayCancelOrders: false }),
    } as const;
    expect(codes(await stage.cancel({}, readOnly))).toEqual(['staff_may_not_cancel']);
    expect(stage.ledger().cancelRequests).toBe(0);
  });

  test('case 55: a limit of the policy holds for staff and not for the owner', async () => {
    const stage = await openStage({
      policy: {
        document: {
          staff: {
            member: {
              mayCancel: true,
              mayOverridePolicy: true,
              refundUpTo: { EUR: '20.00' },
              bulkRefundPerDay: null,
            },
            collaborator: {
              mayCancel: false,
              mayOverridePolicy: false,
              refundUpTo: null,
              bulkRefundPerDay: null,
            },
          },
        },
      },
    });
    const member = {
      actor: { kind: 'staff', staffId: '2' },
      channel: 'app',
      access: memberAccess(),
    } as const;
    expect(codes(await stage.cancel({}, member))).toEqual(['staff_refund_limit']);
    expect((await stage.cancel({ amount: '20.00' }, member)).ok).toBe(true);
  });

  test('case 51: of one customer’s requests at the same moment no more than the limit get through', async () => {
    const limit = { cancellations: 1, days: 30, then: 'refuse', exemptTag: null } as const;
    const stage = await openStage({ shop: { plan: 'Plus' }, policy: { document: { limit } } });
    const customerId = `gid://shopify/Customer/${stage.order.customerId}` as CustomerId;
    const { deps, scene } = stage;
    const shop = scene.domain as ShopDomain;
    const others = Array.from({ length: 5 }, () => seedOrder(scene).id);
    await stage.settle();
    const asked = await Promise.all(
      [stage.order.id, ...others].map((number) =>
        openCancellation(
          deps,
          shop,
          `gid://shopify/Order/${number}` as OrderId,
          askedByShopper({ kind: 'customer', customerId }, 'order_page', {
            selection: { kind: 'order' },
            method: 'original',
            known: null,
            reasonId: 'changed_mind',
            comment: '',
            shown: money(2 * 1_250, 'EUR'),
          }),
        ),
      ),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of asked.filter(({ ok }) => !ok)) {
      expect(codes(answer)).toEqual(['limit_reached']);
    }
  });

  test('case 51: of one customer’s requests at the same moment all beyond the limit wait for a person', async () => {
    const limit = { cancellations: 1, days: 30, then: 'review', exemptTag: null } as const;
    const stage = await openStage({ shop: { plan: 'Plus' }, policy: { document: { limit } } });
    const { deps, scene, order } = stage;
    const shop = scene.domain as ShopDomain;
    const customerId = `gid://shopify/Customer/${order.customerId}` as CustomerId;
    const orders = [order.id, ...Array.from({ length: 3 }, () => seedOrder(scene).id)].map(
      (number) => `gid://shopify/Order/${number}` as OrderId,
    );
    await stage.settle();
    const asked = await Promise.all(
      orders.map((orderId) =>
        openCancellation(
          deps,
          shop,
          orderId,
          askedByShopper({ kind: 'customer', customerId }, 'order_page', {
            selection: { kind: 'order' },
            method: 'original',
            known: null,
            reasonId: 'changed_mind',
            comment: '',
            shown: money(2 * 1_250, 'EUR'),
          }),
        ),
      ),
    );
    expect(asked.map(codes)).toEqual(orders.map(() => []));
    const kept = await Promise.all(orders.map((id) => readLatest(deps.store, shop, id)));
    expect(kept.map((record) => record?.state.request.handling).toSorted()).toEqual([
      'automatic',
      'review',
      'review',
      'review',
    ]);
  });

  const tarek = {
    actor: { kind: 'staff', staffId: '3' },
    channel: 'app',
    access: memberAccess({ mayRefundOrders: false }),
  } as const;

  test('case 55: who may not refund in Shopify cannot do it by cancelling, and may cancel without', async () => {
    const stage = await openStage({});
    const seen = await stage.seenBy(tarek);
    if (!seen.ok || !seen.value.offer.available) throw new Error('It can be cancelled');
    expect(seen.value.offer.againstRefund).toEqual([{ code: 'staff_may_not_refund' }]);
    expect(seen.value.offer.everything.choice).toBe('nothing');
    expect(codes(await stage.cancel({}, tarek))).toEqual(['staff_may_not_refund']);
    expect(codes(await stage.cancel({ amount: '0.01' }, tarek))).toEqual(['staff_may_not_refund']);
    expect(codes(await stage.cancel({ method: 'store_credit' }, tarek))).toEqual([
      'staff_may_not_refund',
    ]);
    expect(codes(await stage.cancel({ selection: stage.units(1) }, tarek))).toEqual([
      'staff_may_not_refund',
    ]);
    expect(stage.ledger().cancelRequests).toBe(0);
    expect((await stage.cancel({ issueRefund: false }, tarek)).ok).toBe(true);
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ refunded: {} });
    expect((await stage.record()).state.status).toBe('completed');
  });

  test.each<[string, Setting, Parameters<Stage['cancel']>[0]]>([
    ['as store credit', {}, { method: 'store_credit' }],
    ['in cash', { payment: 'cash_received' }, {}],
    ['on a gift card', { payment: 'gift_card_and_card' }, {}],
    ['a cent at a time', {}, { amount: '0.01' }],
    ['of what was captured so far', { payment: 'partly_captured' }, {}],
  ])('case 55: who may not refund cannot do it %s', async (_how, setting, choice) => {
    const stage = await openStage(setting);
    expect(codes(await stage.cancel(choice, tarek))).toEqual(['staff_may_not_refund']);
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ cancelRequests: 0, refunded: {} });
  });

  test('case 55: who may not refund can cancel what was only authorized', async () => {
    const stage = await openStage({ payment: 'authorized' });
    expect(codes(await stage.cancel({}, tarek))).toEqual([]);
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: {} });
  });

  test('case 55: who may not refund cannot answer yes to a request that gives money back, nor no to none', async () => {
    const stage = await openStage({
      risk: [{ level: 'HIGH', provider: null, facts: [] }],
    });
    await stage.request();
    await stage.settle();
    const { id } = (await stage.record()).state;
    const shop = stage.scene.domain as ShopDomain;
    const yes = { kind: 'as_asked', noteToCustomer: '' } as const;
    expect(codes(await quoteApproval(stage.deps, shop, id, tarek.access))).toEqual([
      'staff_may_not_refund',
    ]);
    expect(codes(await approveRequest(stage.deps, shop, id, tarek, yes))).toEqual([
      'staff_may_not_refund',
    ]);
    const no = { noteToCustomer: 'Sorry.', nextStep: 'contact_shop' } as const;
    expect((await declineRequest(stage.deps, shop, id, tarek, no)).ok).toBe(true);
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ refunded: {}, openHolds: 0 });
  });

  test('of two who answer a request at once, the second hears who decided, and nothing is done twice', async () => {
    const stage = await openStage({ risk: [{ level: 'HIGH', provider: null, facts: [] }] });
    await stage.request();
    await stage.settle();
    const { id } = (await stage.record()).state;
    const shop = stage.scene.domain as ShopDomain;
    await stage.deps.staffNames.seen(shop, '7', 'Ben Okafor', 0);
    const ben = { ...OWNER, actor: { kind: 'staff', staffId: '7' } } as const;
    const no = { noteToCustomer: 'Sorry.', nextStep: 'contact_shop' } as const;
    const [, yes] = await Promise.all([
      declineRequest(stage.deps, shop, id, ben, no),
      approveRequest(stage.deps, shop, id, OWNER, { kind: 'as_asked', noteToCustomer: '' }),
    ]);
    const late = yes.ok
      ? await declineRequest(stage.deps, shop, id, ben, no)
      : await approveRequest(stage.deps, shop, id, OWNER, { kind: 'as_asked', noteToCustomer: '' });
    const answered = yes.ok ? 'approved' : 'declined';
    expect(late).toEqual({
      ok: false,
      error: [{ code: 'already_answered', answered, by: yes.ok ? null : 'Ben Okafor' }],
    });
  });

  test('why a request waits for a person is kept with it, whatever the policy says later', async () => {
    const stage = await openStage({ risk: [{ level: 'HIGH', provider: null, facts: [] }] });
    await stage.request();
    const { state } = await stage.record();
    expect(state.request.reviewReasons).toEqual([
      { code: 'excluded', exclusion: 'risk_level', lineItemId: null },
    ]);
  });

  test('case 56: an order older than the app may see is called that, not unknown', async () => {
    const stage = await openStage({});
    await stage.settle();
    await stage.reconcile();
    stage.scene.world.advanceTo(stage.order.createdAt + 61 * DAY);
    expect(codes(await stage.cancel())).toEqual(['older_than_orders_shown']);
    expect(codes(await stage.quote())).toEqual(['older_than_orders_shown']);
  });

  test('an app that is approved for orders alone cancels and refunds them, and writes to nobody', async () => {
    const stage = await openStage({ protectedData: [] });
    expect((await stage.request()).ok).toBe(true);
    await stage.settle(HOUR);
    const { state, events } = await stage.record();
    expect(state.status).toBe('completed');
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
    expect(stage.mails).toEqual([]);
    const givenUp = events.flatMap((event) =>
      event.type === 'mail_given_up' ? [event.problem.code] : [],
    );
    expect(givenUp).toEqual(['NO_ADDRESS']);
  });

  test('a rule for some countries holds for no order whose address the app may not see', async () => {
    const rule = { countries: ['DE'] };
    const seen = await openStage({ policy: { rule } });
    expect((await seen.quote()).ok).toBe(true);
    const unseen = await openStage({ policy: { rule }, protectedData: ['name', 'email'] });
    expect(codes(await unseen.quote())).toEqual(['no_rule_for_country']);
  });
});
