import type {
  ReadCollectionTitlesQuery,
  ReadCollectionTitlesQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_COLLECTION_TITLES = document<
  ReadCollectionTitlesQuery,
  ReadCollectionTitlesQueryVariables
>(`#graphql
  query ReadCollectionTitles($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Collection {
        id
        title
      }
    }
  }
`);
