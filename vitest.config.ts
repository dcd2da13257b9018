import { defineConfig } from 'vitest/config';

const postgres = './tests/support/database/postgres-server.ts';
/** Tests of the app's own processes, started as in production, and of commands: they take minutes and need a build. */
const processes = [
  'tests/integration/kill/**/*.test.ts',
  'tests/integration/bad-input/**/*.test.ts',
  'tests/integration/ending/**/*.test.ts',
  'tests/integration/upgrade/**/*.test.ts',
  'tests/integration/development/**/*.test.ts',
  'tests/attack/**/*.test.ts',
  'tests/integration/log-privacy.test.ts',
  'tests/bench/**/*.test.ts',
  'tests/mutants/*.test.ts',
];

/** Every kind of test is a project: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.ts', 'prisma/**/*.test.ts', 'scripts/**/*.test.ts'],
          setupFiles: ['./tests/support/loud-console.ts'],
          sequence: { shuffle: true },
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['app/**/*.test.tsx'],
          setupFiles: ['./tests/support/loud-console.ts'],
          sequence: { shuffle: true },
        },
      },
      'tests/devstore/vitest.config.ts',
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: processes,
          globalSetup: [postgres],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: processes,
          globalSetup: [postgres],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/{cases,oracle,simulation}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/devstore/**/*.browser.test.ts'],
          globalSetup: [postgres],
          // One file at a time: each drives a browser and a whole set of servers.
          poolOptions: { forks: { singleFork: true } },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        // The extensions are Preact with `s-*` elements, as Shopify builds them.
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: {
          name: 'extensions',
          include: ['extensions/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          // The tester imports the extension's module itself; outside Vite that cannot be JSX.
          server: { deps: { inline: [/@shopify\/ui-extensions-tester/] } },
        },
      },
    ],
  },
});
