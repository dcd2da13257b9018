import type {
  ReadSellingPlansQuery,
  ReadSellingPlansQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_SELLING_PLANS = document<
  ReadSellingPlansQuery,
  ReadSellingPlansQueryVariables
>(`#graphql
  query ReadSellingPlans($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on SellingPlan {
        id
        category
      }
    }
  }
`);
