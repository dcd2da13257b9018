import type {
  ReadCollectionsQuery,
  ReadCollectionsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { COLLECTION_IDS } from './collection-ids.ts';

export const READ_COLLECTIONS = document<
  ReadCollectionsQuery,
  ReadCollectionsQueryVariables
>(`#graphql
  query ReadCollections($productIds: [ID!]!) {
    nodes(ids: $productIds) {
      ... on Product {
        id
        collections(first: 33) {
          ...CollectionIds
        }
      }
    }
  }
  ${COLLECTION_IDS}
`);
