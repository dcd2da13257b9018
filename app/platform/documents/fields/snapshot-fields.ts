/** What the app's own lists show of an order. */
export const SNAPSHOT_FIELDS = `#graphql
  fragment SnapshotFields on Order {
    id
    name
    email
    createdAt
    updatedAt
    cancelledAt
    displayFinancialStatus
    displayFulfillmentStatus
    totalPriceSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    customer {
      id
      firstName
      lastName
    }
  }
`;
