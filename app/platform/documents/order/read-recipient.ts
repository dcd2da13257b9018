import type { ReadRecipientQuery, ReadRecipientQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const READ_RECIPIENT = document<ReadRecipientQuery, ReadRecipientQueryVariables>(
  `#graphql
  query ReadRecipient($id: ID!) {
    shop {
      name
      contactEmail
      primaryDomain {
        url
      }
    }
    order(id: $id) {
      name
      email
      statusPageUrl
      customerLocale
      customer {
        firstName
      }
    }
  }
`,
  { mayLack: 'protected_fields' },
);
