import {
  cancelErrors,
  type CancelRequest,
  commitEdit,
  createRefund,
  everythingLeft,
  kernelOf,
  refundErrors,
  type RefundRequest,
  startCancel,
  type WantedRefunds,
} from 'devstore/rules';
import type { ScenarioShop } from 'devstore/seed';
import type { Actor, Order } from 'devstore/world';

import { isPositive } from '../../app/domain/money.ts';
import { legacyNumberOf } from '../../app/domain/ids.ts';
import type { PlannedLine, RefundPlan } from '../../app/domain/refund/plan/refund-plan.ts';
import { restocksWithCancel, stockCorrections } from '../../app/domain/refund/goods/restock.ts';

const APP: Actor = { kind: 'app', appId: 1, title: 'Unorder' };

/** A plan carried out in the world, as the app's effects ask the platform to. Throws what it refuses. */
export function carryOut(scene: ScenarioShop, order: Order, plan: RefundPlan): void {
  act(scene, order, plan);
  correctStock(scene, plan);
}

function act(scene: ScenarioShop, order: Order, plan: RefundPlan): void {
  switch (plan.execution) {
    case 'with_cancel':
      cancel(
        scene,
        order,
        plan,
        plan.method === 'original' ? 'original' : { storeCreditExpiresAt: null },
      );
      return;
    case 'cancel_only':
      cancel(scene, order, plan, 'none');
      return;
    case 'after_cancel':
      cancel(scene, order, plan, 'none');
      refund(scene, order, { ...moneyOf(plan), lines: [], shipping: null, duties: [] });
      return;
    case 'with_lines':
      refund(scene, order, { ...moneyOf(plan), ...goodsOf(plan) });
      return;
    case 'edit_lines':
      edit(scene, order, plan);
      if (isPositive(plan.amount)) {
        refund(scene, order, { ...moneyOf(plan), lines: [], shipping: null, duties: [] });
      }
      return;
  }
}

/** The question that a plan is held against: what the platform would give back for the same. */
export const wantedOf = (order: Order, plan: RefundPlan): WantedRefunds =>
  plan.selection.kind === 'order' ? everythingLeft(order, () => 'CANCEL') : goodsOf(plan);

function cancel(
  { world, shop }: ScenarioShop,
  order: Order,
  plan: RefundPlan,
  refunds: CancelRequest['refund'],
): void {
  const kernel = kernelOf(world);
  const request: CancelRequest = {
    reason: 'CUSTOMER',
    restock: restocksWithCancel(plan),
    refund: refunds,
    notifyCustomer: false,
    staffNote: null,
    actor: APP,
  };
  const [error] = cancelErrors(kernel, shop, order, request);
  if (error) throw new Error(error.message);
  // Its job and both stages of it: no platform says that a cancel is over before its job does.
  const job = startCancel(kernel, shop, order, request);
  while (job.status === 'STARTED') world.advanceTo(world.now() + 100);
}

/** Stock counts are corrected by what the platform moved otherwise than planned. */
function correctStock({ world, shop }: ScenarioShop, plan: RefundPlan): void {
  for (const { inventoryItemId, locationId, delta } of stockCorrections(plan)) {
    const [item, location] = [numberOf(inventoryItemId), numberOf(locationId)];
    const level = shop.inventoryItems.get(item)?.levels.get(location);
    if (!level) throw new Error('Stock was to be corrected where there is none.');
    world.commerce.setStock(shop.domain, item, location, level.available + delta);
  }
}

type Money = Pick<RefundRequest, 'transactions' | 'storeCredit'>;

/** A bonus is no part of a refund: it is credited to the customer's account. */
function moneyOf({ method, shares, amount }: RefundPlan): Money {
  if (method === 'store_credit') {
    const storeCredit = isPositive(amount) ? [{ amount: amount.minor, expiresAt: null }] : [];
    return { transactions: [], storeCredit };
  }
  const transactions = shares.map((share) => ({
    parentId: numberOf(share.parentId),
    kind: 'REFUND',
    amount: share.amount.minor,
  }));
  return { transactions, storeCredit: [] };
}

function goodsOf({ lines, shipping }: RefundPlan): WantedRefunds {
  return {
    lines: lines.flatMap(({ lineItemId, restock }) =>
      restock.map(({ quantity, locationId }) => ({
        lineItemId: numberOf(lineItemId),
        quantity,
        restockType: 'CANCEL',
        locationId: locationId === null ? null : numberOf(locationId),
      })),
    ),
    shipping: isPositive(shipping.amount) ? { amount: shipping.amount.minor } : null,
    duties: lines.flatMap(({ duties }) =>
      duties.map(({ id }) => ({ dutyId: numberOf(id), refundType: 'PROPORTIONAL' as const })),
    ),
  };
}

function refund({ world, shop }: ScenarioShop, order: Order, wanted: WantedRefunds & Money): void {
  const request: RefundRequest = {
    ...wanted,
    note: null,
    notify: false,
    currency: order.presentmentCurrency,
    allowOverRefunding: false,
    discrepancyReason: 'REFUND_DISCREPANCY',
    idempotencyKey: null,
    actor: APP,
  };
  const [error] = refundErrors(shop, order, request);
  if (error) throw new Error(error.message);
  createRefund(kernelOf(world), shop, order, request);
}

function edit({ world, shop }: ScenarioShop, order: Order, { lines }: RefundPlan): void {
  const changes = lines.map(({ lineItemId, remaining, restock }: PlannedLine) => ({
    lineItemId: numberOf(lineItemId),
    quantity: remaining,
    restock: restock.some(({ backOnSale }) => backOnSale),
  }));
  commitEdit(kernelOf(world), shop, order, changes, {
    actor: APP,
    notifyCustomer: false,
    staffNote: null,
  });
}

export const numberOf = (id: string): number => Number(legacyNumberOf(id));
