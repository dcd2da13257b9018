import type { ReadGatewaysQuery, ReadGatewaysQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_GATEWAYS = document<ReadGatewaysQuery, ReadGatewaysQueryVariables>(`#graphql
  query ReadGateways {
    orders(first: 100, sortKey: CREATED_AT, reverse: true) {
      nodes {
        transactions {
          gateway
          formattedGateway
          paymentDetails {
            ... on CardPaymentDetails {
              company
            }
          }
        }
      }
    }
  }
`);
