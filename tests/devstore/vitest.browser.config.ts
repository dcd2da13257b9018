import { defineConfig } from 'vitest/config';

/** What drives a browser, one file at a time: `npm run test:browser`. */
export default defineConfig({
  test: {
    name: 'devstore in a browser',
    include: ['**/*.browser.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
