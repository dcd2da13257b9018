import path from 'node:path';

import { vitePlugin as remix } from '@remix-run/dev';
import { installGlobals } from '@remix-run/node';
import { defineConfig } from 'vite';

installGlobals({ nativeFetch: true });

/** The merchant's pages. `app/server.ts` serves the build; `scripts/development/dev-server.ts` the sources. */
export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*.test.*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // Builds of extensions and databases of tests come and go there.
  server: { watch: { ignored: [path.join(import.meta.dirname, '.data/**')] } },
  build: { assetsInlineLimit: 0 },
  optimizeDeps: { include: ['@shopify/app-bridge-react'] },
});
