import type {
  ReadNewestChangeQuery,
  ReadNewestChangeQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_NEWEST_CHANGE = document<ReadNewestChangeQuery, ReadNewestChangeQueryVariables>(
  `#graphql
  query ReadNewestChange {
    orders(first: 1, sortKey: UPDATED_AT, reverse: true) {
      nodes {
        updatedAt
      }
    }
  }
`,
);
