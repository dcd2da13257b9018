import type { PlatformResult } from '../../application/shared/platform.ts';
import { type OrderId, type ShopDomain, legacyNumberOf } from '../../domain/ids.ts';
import type { PlannedLine } from '../../domain/refund/plan/refund-plan.ts';
import { err } from '../../domain/result.ts';
import type {
  BeginOrderEditMutation,
  BeginOrderEditMutationVariables,
  CommitOrderEditMutation,
  CommitOrderEditMutationVariables,
  SetEditedQuantityMutation,
  SetEditedQuantityMutationVariables,
} from '../admin-api.generated.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { required } from '../client/answer.ts';
import { document } from '../client/document.ts';
import { outcomeOf } from '../answers/effect-outcome.ts';
import type { Perform } from './performer.ts';

/*
 * An edit is gathered in a session and changes nothing until it is committed.
 * Source: https://shopify.dev/docs/apps/build/orders-fulfillment/order-management-apps/edit-orders
 */

const BEGIN_ORDER_EDIT = document<BeginOrderEditMutation, BeginOrderEditMutationVariables>(`#graphql
  mutation BeginOrderEdit($orderId: ID!) {
    orderEditBegin(id: $orderId) {
      calculatedOrder {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

/** Units go back to where they were reserved: Shopify no longer heeds a location given here. */
const SET_EDITED_QUANTITY = document<
  SetEditedQuantityMutation,
  SetEditedQuantityMutationVariables
>(`#graphql
  mutation SetEditedQuantity($id: ID!, $lineItemId: ID!, $quantity: Int!, $restock: Boolean!) {
    orderEditSetQuantity(
      id: $id
      lineItemId: $lineItemId
      quantity: $quantity
      restock: $restock
    ) {
      userErrors {
        message
      }
    }
  }
`);

const COMMIT_ORDER_EDIT = document<
  CommitOrderEditMutation,
  CommitOrderEditMutationVariables
>(`#graphql
  mutation CommitOrderEdit($id: ID!, $notifyCustomer: Boolean!, $staffNote: String!) {
    orderEditCommit(id: $id, notifyCustomer: $notifyCustomer, staffNote: $staffNote) {
      userErrors {
        message
      }
    }
  }
`);

/**
 * Takes units off an order by an edit. Quantities are set, not subtracted: a repetition takes nothing more.
 * Until the commit nothing has happened, whatever was lost on the way there; a session that is never committed
 * harms nobody.
 */
export const editLines: Perform<'edit_lines'> = async (
  { refund, notify },
  { client, shop, orderId, note },
) => {
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
    staffNote: note,
  });
  return outcomeOf(answer, ({ orderEditCommit: payload }) => ({
    userErrors: required(payload, 'orderEditCommit').userErrors,
    proof: null,
    outcome: () => ({ kind: 'edit_lines' }),
  }));
};

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
