import type {
  ReadOwnSubscriptionsQuery,
  ReadOwnSubscriptionsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/**
 * Those of this shop that were made by API; those of shopify.app.toml are not among them.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/webhookSubscriptions
 */
export const READ_OWN_SUBSCRIPTIONS = document<
  ReadOwnSubscriptionsQuery,
  ReadOwnSubscriptionsQueryVariables
>(
  `#graphql
  query ReadOwnSubscriptions {
    webhookSubscriptions(first: 50) {
      nodes {
        topic
        uri
      }
    }
  }
`,
);
