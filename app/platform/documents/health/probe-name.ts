import type { ProbeNameQuery, ProbeNameQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const PROBE_NAME = document<ProbeNameQuery, ProbeNameQueryVariables>(
  `#graphql
  query ProbeName {
    orders(first: 10, sortKey: CREATED_AT, reverse: true) {
      nodes {
        customer {
          firstName
        }
      }
    }
  }
`,
  { mayLack: 'protected_fields' },
);
