import type {
  ReadThemeBlocksQuery,
  ReadThemeBlocksQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';

/**
 * Where blocks stand in the published theme; asked only of shops that have granted `read_themes`.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/objects/OnlineStoreTheme
 */
export const READ_THEME_BLOCKS = document<ReadThemeBlocksQuery, ReadThemeBlocksQueryVariables>(
  `#graphql
  query ReadThemeBlocks {
    currentAppInstallation {
      app {
        handle
      }
    }
    themes(first: 1, roles: [MAIN]) {
      nodes {
        files(first: 50, filenames: ["templates/*.json", "sections/*.json", "config/settings_data.json"]) {
          nodes {
            body {
              ... on OnlineStoreThemeFileBodyText {
                content
              }
            }
          }
        }
      }
    }
  }
`,
);
