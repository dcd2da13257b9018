/*
 * What a rehearsal sends. The mutations are those that the app sends (app/platform/effects), written out so that a
 * recording holds all of what was asked.
 */

const LOOK = `
    cancelledAt
    closed
    cancelReason
    displayFinancialStatus
    displayFulfillmentStatus
    totalRefundedSet { shopMoney { amount } }
    totalOutstandingSet { shopMoney { amount } }
    refundDiscrepancySet { shopMoney { amount } }
    cancellation { staffNote }
    lineItems(first: 2) { nodes { quantity currentQuantity unfulfilledQuantity refundableQuantity } }
    fulfillmentOrders(first: 3) {
      nodes { status requestStatus fulfillmentHolds { reason } lineItems(first: 2) { nodes { remainingQuantity } } }
    }
    transactions(first: 5) { kind status amountSet { shopMoney { amount } } }
    refunds(first: 3) { totalRefundedSet { shopMoney { amount } } }`;

const STOCK = `stock: inventoryItem(id: $item) {
    inventoryLevel(locationId: $location) { available: quantities(names: ["available"]) { quantity } }
  }`;

/** By the names by which scenes call them. */
export const DOCUMENTS = {
  Create: `mutation RehearseCreate($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order {
      id
      lineItems(first: 1) { nodes { id } }
      transactions(first: 1) { id }
      fulfillmentOrders(first: 1) { nodes { id } }
    }
    userErrors { code field message }
  }
}`,
  Cancel: `mutation RehearseCancel(
  $order: ID!
  $reason: OrderCancelReason!
  $restock: Boolean!
  $refundMethod: OrderCancelRefundMethodInput
  $staffNote: String
) {
  orderCancel(
    orderId: $order
    reason: $reason
    restock: $restock
    refundMethod: $refundMethod
    notifyCustomer: false
    staffNote: $staffNote
  ) {
    jobResult { id }
    orderCancelUserErrors { code field message }
  }
}`,
  Refund: `mutation RehearseRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { totalRefundedSet { shopMoney { amount } } }
    userErrors { field message }
  }
}`,
  Hold: `mutation RehearseHold($work: ID!, $hold: FulfillmentOrderHoldInput!) {
  fulfillmentOrderHold(id: $work, fulfillmentHold: $hold) {
    fulfillmentHold { reason }
    userErrors { code field message }
  }
}`,
  BeginEdit: `mutation RehearseBeginEdit($order: ID!) {
  orderEditBegin(id: $order) {
    calculatedOrder { id }
    userErrors { field message }
  }
}`,
  SetQuantity: `mutation RehearseSetQuantity($edit: ID!, $line: ID!, $quantity: Int!) {
  orderEditSetQuantity(id: $edit, lineItemId: $line, quantity: $quantity, restock: true) {
    userErrors { field message }
  }
}`,
  CommitEdit: `mutation RehearseCommitEdit($edit: ID!) {
  orderEditCommit(id: $edit, notifyCustomer: true, staffNote: "Rehearsal") {
    successMessages
    userErrors { field message }
  }
}`,
  Look: `query RehearseLook($order: ID!, $item: ID!, $location: ID!) {
  order(id: $order) {${LOOK}
  }
  ${STOCK}
}`,
  LookAtCancel: `query RehearseLookAtCancel($order: ID!, $item: ID!, $location: ID!, $job: ID!) {
  order(id: $order) {${LOOK}
  }
  job: node(id: $job) {
    ... on OrderCancelJobResult { done status errors { code } }
  }
  ${STOCK}
}`,
} as const;
