import type { ProbeOrdersQuery, ProbeOrdersQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const PROBE_ORDERS = document<ProbeOrdersQuery, ProbeOrdersQueryVariables>(
  `#graphql
  query ProbeOrders {
    orders(first: 10, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
      }
    }
  }
`,
);
