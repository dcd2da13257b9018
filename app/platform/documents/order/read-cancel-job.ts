import type { ReadCancelJobQuery, ReadCancelJobQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_CANCEL_JOB = document<ReadCancelJobQuery, ReadCancelJobQueryVariables>(`#graphql
  query ReadCancelJob($id: ID!) {
    node(id: $id) {
      ... on OrderCancelJobResult {
        done
        status
        errors {
          code
          message
        }
      }
    }
  }
`);
