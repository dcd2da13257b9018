import { describe, expect, test } from 'vitest';

import { readLatest } from '../../app/application/cancellation/cancellation-record.ts';
import { askedByShopper } from '../../app/application/cancellation/open/asked-by-shopper.ts';
import { askedByStaff } from '../../app/application/cancellation/open/asked-by-staff.ts';
import {
  type Asker,
  type OpenDeps,
  openCancellation,
} from '../../app/application/cancellation/open/open-cancellation.ts';
import { SHOPPER, staffAuthority } from '../../app/domain/authority/authority.ts';
import type { CustomerId, ShopDomain } from '../../app/domain/ids.ts';
import { money } from '../../app/domain/money.ts';
import type { Policy } from '../../app/domain/policy/document/policy.ts';
import { MINUTE } from '../../app/domain/time.ts';
import { member } from '../support/facts/staff-access.ts';
import { OWNER, type Stage, openStage } from './stage.ts';

/* The one way in, whoever asks: what it reads, who may, and what happens when the order changes on the way. */

const wholeOrder = {
  known: null,
  selection: { kind: 'order' },
  keepFreeItems: false,
  issueRefund: true,
  amount: null,
  locale: 'en',
  method: 'original',
  restock: true,
  reason: 'CUSTOMER',
  notify: true,
  noteToCustomer: '',
  internalNote: '',
} as const;

const staffAsks = (): Asker<Policy> => askedByStaff(OWNER, wholeOrder);

const customerAsks = (stage: Stage) =>
  askedByShopper(
    {
      kind: 'customer',
      customerId: `gid://shopify/Customer/${stage.order.customerId}` as CustomerId,
    },
    'order_page',
    {
      known: null,
      selection: { kind: 'order' },
      method: 'original',
      reasonId: 'changed_mind',
      comment: '',
      shown: money(2_500, 'EUR'),
    },
  );

const opened = <Grounds>(stage: Stage, asker: Asker<Grounds>, deps: OpenDeps = stage.deps) =>
  openCancellation(deps, stage.scene.domain as ShopDomain, stage.orderId, asker);

/** The same, counting what is read; `beforeRefundRead` happens before each read that is decided on. */
function watched(
  stage: Stage,
  beforeRefundRead: (time: number) => Promise<void> | void = () => {},
) {
  const { platform, policies, store } = stage.deps;
  const reads = { shown: 0, anew: 0, forRefund: 0, policy: 0, atOrderTime: 0, cancellations: 0 };
  const deps: OpenDeps = {
    ...stage.deps,
    platform: {
      ...platform,
      readOrder: (shop, id, how) => {
        reads[how?.toShow ? 'shown' : 'anew'] += 1;
        return platform.readOrder(shop, id, how);
      },
      readOrderForRefund: async (shop, id, plan) => {
        reads.forRefund += 1;
        await beforeRefundRead(reads.forRefund);
        return platform.readOrderForRefund(shop, id, plan);
      },
    },
    policies: {
      ...policies,
      current: (shop) => {
        reads.policy += 1;
        return policies.current(shop);
      },
      inForceAt: (shop, at) => {
        reads.atOrderTime += 1;
        return policies.inForceAt(shop, at);
      },
    },
    store: {
      ...store,
      findAll: (shop, id) => {
        reads.cancellations += 1;
        return store.findAll(shop, id);
      },
    },
  };
  return { deps, reads };
}

describe('opening a cancellation', () => {
  test('reads the order once to decide on, and what the shop has saved once', async () => {
    const forStaff = await openStage();
    const byStaff = watched(forStaff);
    expect((await opened(forStaff, staffAsks(), byStaff.deps)).ok).toBe(true);
    const once = { shown: 1, anew: 0, forRefund: 1, policy: 1, cancellations: 1 };
    expect(byStaff.reads).toEqual({ ...once, atOrderTime: 0 });

    const forCustomer = await openStage();
    const byCustomer = watched(forCustomer);
    expect((await opened(forCustomer, customerAsks(forCustomer), byCustomer.deps)).ok).toBe(true);
    expect(byCustomer.reads).toEqual({ ...once, atOrderTime: 1 });
  });

  test('goes by the authority that is given, not by who acts', async () => {
    const stage = await openStage();
    const asker = staffAsks();
    const asShopper = { ...asker, by: { ...asker.by, authority: SHOPPER } };
    expect(await opened(stage, asShopper)).toEqual({ ok: false, error: [{ code: 'not_found' }] });

    const authority = staffAuthority(member({ mayRefundOrders: false }));
    const limited = { ...asker, by: { ...asker.by, authority } };
    expect(await opened(stage, limited)).toEqual({
      ok: false,
      error: [{ code: 'staff_may_not_refund' }],
    });

    const customer = customerAsks(stage);
    const asStaff = {
      ...customer,
      by: { ...customer.by, authority: staffAuthority(OWNER.access) },
    };
    expect(await opened(stage, asStaff)).toEqual({ ok: false, error: [{ code: 'not_found' }] });

    const actor = { kind: 'system' } as const;
    expect((await opened(stage, { ...asker, by: { ...asker.by, actor } })).ok).toBe(true);
    expect((await stage.record()).state.request.actor).toEqual(actor);
  });

  test('staff’s choice is planned with the order as it is when the platform is asked', async () => {
    const stage = await openStage();
    const { world, domain } = stage.scene;
    const { deps, reads } = watched(stage, (time) => {
      if (time > 1) return;
      world.commerce.refundInAdmin(domain, stage.order.id, {
        lines: stage.order.lines.slice(0, 1).map(({ id }) => ({
          lineItemId: id,
          quantity: 1,
          restockType: 'CANCEL',
        })),
      });
    });
    const asked = await opened(stage, staffAsks(), deps);
    expect(asked.ok).toBe(true);
    expect(reads.forRefund).toBe(2);
    expect((await stage.record()).state.plan.refund.amount).toEqual(money(1_250, 'EUR'));
  });

  test('whoever is overtaken on the way gets the cancellation that came first', async () => {
    for (const asksOf of [() => staffAsks(), (stage: Stage) => customerAsks(stage)]) {
      const stage = await openStage();
      const { deps } = watched(stage, async () => {
        if (await readLatest(stage.deps.store, stage.scene.domain as ShopDomain, stage.orderId))
          return;
        await stage.cancel();
        await stage.settle(10 * MINUTE);
      });
      const asked = await opened(stage, asksOf(stage) as Asker<unknown>, deps);
      expect(asked).toEqual({ ok: true, value: (await stage.record()).state.id });
      expect(stage.ledger()).toMatchObject({ cancels: 1, cancelRequests: 1 });
    }
  });
});
