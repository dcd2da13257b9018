import type {
  ReadMoreCollectionsQuery,
  ReadMoreCollectionsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { COLLECTION_IDS } from '../shop/collection-ids.ts';

export const READ_MORE_COLLECTIONS = document<
  ReadMoreCollectionsQuery,
  ReadMoreCollectionsQueryVariables
>(`#graphql
  query ReadMoreCollections($productId: ID!, $after: String!) {
    product(id: $productId) {
      collections(first: 250, after: $after) {
        ...CollectionIds
      }
    }
  }
  ${COLLECTION_IDS}
`);
