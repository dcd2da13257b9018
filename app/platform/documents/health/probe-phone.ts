import type { ProbePhoneQuery, ProbePhoneQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

export const PROBE_PHONE = document<ProbePhoneQuery, ProbePhoneQueryVariables>(
  `#graphql
  query ProbePhone {
    orders(first: 10, sortKey: CREATED_AT, reverse: true) {
      nodes {
        phone
      }
    }
  }
`,
  { mayLack: 'protected_fields' },
);
