import type {
  ReadOrderDetailsQuery,
  ReadOrderDetailsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/**
 * What people look at beside an order and no decision needs: read for its page alone. Which other app put a hold
 * is told only to apps with `read_apps`.
 */
export const READ_ORDER_DETAILS = document<ReadOrderDetailsQuery, ReadOrderDetailsQueryVariables>(
  `#graphql
  query ReadOrderDetails($id: ID!) {
    order(id: $id) {
      email
      phone
      note
      customer {
        firstName
        lastName
        numberOfOrders
      }
      shippingAddress {
        formatted(withName: true)
        phone
      }
      risk {
        assessments {
          facts {
            description
            sentiment
          }
        }
      }
      fulfillments(first: 10) {
        createdAt
        displayStatus
        deliveredAt
        location {
          name
        }
        trackingInfo(first: 3) {
          company
          number
          url
        }
      }
      fulfillmentOrders(first: 4) {
        nodes {
          id
          fulfillmentHolds {
            displayReason
            reasonNotes
            heldByRequestingApp
          }
        }
      }
    }
  }
`,
  { mayLack: 'anything' },
);
