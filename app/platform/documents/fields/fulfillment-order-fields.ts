/** Goes with `WORK_LINE_FIELDS`. */
export const FULFILLMENT_ORDER_FIELDS = `#graphql
  fragment FulfillmentOrderFields on FulfillmentOrderConnection {
    nodes {
      id
      status
      requestStatus
      assignedLocation {
        name
        location {
          id
        }
      }
      deliveryMethod {
        methodType
      }
      lineItems(first: 7) {
        ...WorkLineFields
      }
      supportedActions {
        action
      }
      fulfillmentHolds {
        id
        handle
        heldByRequestingApp
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;

/** What is still to be sent from one place. */
export const WORK_LINE_FIELDS = `#graphql
  fragment WorkLineFields on FulfillmentOrderLineItemConnection {
    nodes {
      remainingQuantity
      lineItem {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
