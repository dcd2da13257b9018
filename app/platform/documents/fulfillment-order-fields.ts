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
