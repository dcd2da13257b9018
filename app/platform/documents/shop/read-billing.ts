import type { ReadBillingQuery, ReadBillingQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/** @see https://shopify.dev/docs/api/admin-graphql/2026-10/objects/AppSubscription */
export const READ_BILLING = document<ReadBillingQuery, ReadBillingQueryVariables>(`#graphql
  query ReadBilling {
    shop {
      plan {
        publicDisplayName
        partnerDevelopment
      }
    }
    currentAppInstallation {
      app {
        handle
      }
      activeSubscriptions {
        name
        status
        test
        trialDays
        createdAt
        currentPeriodEnd
      }
    }
  }
`);
