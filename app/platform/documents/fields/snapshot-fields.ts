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
    tags
    displayAddress {
      countryCodeV2
    }
    risk {
      assessments {
        riskLevel
      }
    }
    customer {
      id
      firstName
      lastName
    }
  }
`;

/** Where it is sent from; of the few orders that go from more than five places the first. No file can have it. */
export const SNAPSHOT_PLACES = `#graphql
  fragment SnapshotPlaces on Order {
    fulfillmentOrders(first: 5) {
      nodes {
        assignedLocation {
          name
        }
      }
    }
  }
`;
