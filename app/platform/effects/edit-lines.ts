import type { PlatformResult } from '../../application/shared/platform.ts';
import type { Effect, EffectOutcome } from '../../domain/cancellation/events.ts';
import { type OrderId, type ShopDomain, legacyNumberOf } from '../../domain/ids.ts';
import type { PlannedLine } from '../../domain/refund/plan/refund-plan.ts';
import { err } from '../../domain/result.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { required } from '../client/answer.ts';
import {
  BEGIN_ORDER_EDIT,
  COMMIT_ORDER_EDIT,
  SET_EDITED_QUANTITY,
} from '../documents/effects/edit-order.ts';
import { outcomeOf } from './effect-outcome.ts';

/**
 * Takes units off an order by an edit. Quantities are set, not subtracted: a repetition takes nothing more.
 * Until the commit nothing has happened, whatever was lost on the way there; a session that is never committed
 * harms nobody.
 */
export async function editLines(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  { refund, notify }: Extract<Effect, { kind: 'edit_lines' }>,
  staffNote: string,
): Promise<PlatformResult<EffectOutcome>> {
  const begun = await begin(client, shop, orderId);
  if (!begun.ok) return withoutEffect(begun);
  const id = begun.value;
  for (const line of refund.lines) {
    const staged = await setQuantity(client, shop, id, line);
    if (!staged.ok) return withoutEffect(staged);
  }
  const answer = await client.mutate(shop, COMMIT_ORDER_EDIT, {
    id,
    notifyCustomer: notify,
    staffNote,
  });
  return outcomeOf(answer, ({ orderEditCommit: payload }) => ({
    userErrors: required(payload, 'orderEditCommit').userErrors,
    proof: null,
    outcome: () => ({ kind: 'edit_lines' }),
  }));
}

async function begin(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<PlatformResult<string>> {
  const answer = await client.mutate(shop, BEGIN_ORDER_EDIT, { orderId });
  return outcomeOf(answer, ({ orderEditBegin: payload }) => {
    const { userErrors, calculatedOrder } = required(payload, 'orderEditBegin');
    return {
      userErrors,
      proof: calculatedOrder,
      outcome: () => required(calculatedOrder, 'The calculated order').id,
    };
  });
}

async function setQuantity(
  client: AdminClient,
  shop: ShopDomain,
  id: string,
  { lineItemId, remaining, restock }: PlannedLine,
): Promise<PlatformResult<null>> {
  const answer = await client.mutate(shop, SET_EDITED_QUANTITY, {
    id,
    lineItemId: `gid://shopify/CalculatedLineItem/${legacyNumberOf(lineItemId)}`,
    quantity: remaining,
    restock: restock.some(({ backOnSale }) => backOnSale),
  });
  return outcomeOf(answer, ({ orderEditSetQuantity: payload }) => ({
    userErrors: required(payload, 'orderEditSetQuantity').userErrors,
    proof: null,
    outcome: () => null,
  }));
}

const withoutEffect = (failed: Extract<PlatformResult<unknown>, { ok: false }>) =>
  err({ ...failed.error, mayHaveApplied: false });
