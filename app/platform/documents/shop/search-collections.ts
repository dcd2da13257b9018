import type {
  SearchCollectionsQuery,
  SearchCollectionsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const SEARCH_COLLECTIONS = document<
  SearchCollectionsQuery,
  SearchCollectionsQueryVariables
>(`#graphql
  query SearchCollections($filter: String) {
    collections(first: 20, query: $filter, sortKey: TITLE) {
      nodes {
        id
        title
      }
    }
  }
`);
