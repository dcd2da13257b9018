import type {
  ReadInstallationQuery,
  ReadInstallationQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/currentAppInstallation */
export const READ_INSTALLATION = document<
  ReadInstallationQuery,
  ReadInstallationQueryVariables
>(`#graphql
  query ReadInstallation {
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`);
