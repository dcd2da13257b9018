import type {
  BeginOrderEditMutation,
  BeginOrderEditMutationVariables,
  CommitOrderEditMutation,
  CommitOrderEditMutationVariables,
  SetEditedQuantityMutation,
  SetEditedQuantityMutationVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/*
 * An edit is gathered in a session and changes nothing until it is committed.
 * Source: https://shopify.dev/docs/apps/build/orders-fulfillment/order-management-apps/edit-orders
 */

export const BEGIN_ORDER_EDIT = document<
  BeginOrderEditMutation,
  BeginOrderEditMutationVariables
>(`#graphql
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
export const SET_EDITED_QUANTITY = document<
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

export const COMMIT_ORDER_EDIT = document<
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
