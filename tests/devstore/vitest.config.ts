import { configDefaults, defineConfig } from 'vitest/config';

/** Everything but what drives a browser: `npm test`. */
export default defineConfig({
  test: {
    name: 'devstore',
    // A module graph of its own for each file costs more than the tests.
    pool: 'threads',
    poolOptions: { threads: { isolate: false } },
    include: ['**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, '**/*.browser.test.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
