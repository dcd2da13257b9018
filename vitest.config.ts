import { defineConfig } from 'vitest/config';

const postgres = './tests/support/database/postgres-server.ts';
/** Tests of the app's own processes, started as in production, and of commands: they take minutes and need a build. */
const processes = [
  'tests/integration/kill/**/*.test.ts',
  'tests/integration/bad-input/**/*.test.ts',
  'tests/integration/ending/**/*.test.ts',
  'tests/integration/upgrade/**/*.test.ts',
  'tests/integration/development/**/*.test.ts',
  'tests/integration/doctor/**/*.test.ts',
  'tests/integration/production/**/*.test.ts',
  'tests/attack/**/*.test.ts',
  'tests/integration/log-privacy.test.ts',
  'tests/bench/**/*.test.ts',
  'tests/mutants/*.test.ts',
];

/** HTML that the server draws, where there is no document. */
const drawnByServer = [
  'app/routes/proxy.policy.test.tsx',
  'app/routes/proxy.cancel/cancellation-status.test.tsx',
];

/** Every kind of test is a project: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // The files of a worker share its modules: a module graph of its own for each would cost more than most tests.
    poolOptions: { threads: { isolate: false }, forks: { isolate: false } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          pool: 'threads',
          include: ['{app,prisma,scripts}/**/*.test.ts', ...drawnByServer],
          setupFiles: ['./tests/support/loud-console.ts'],
          // Some try thousands of cases, and other steps run beside them.
          testTimeout: 30_000,
          sequence: { shuffle: true },
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          pool: 'threads',
          include: ['app/**/*.test.tsx'],
          exclude: drawnByServer,
          // Polaris takes its time in jsdom, more so beside other tests.
          testTimeout: 30_000,
          setupFiles: ['./tests/support/pages/jsdom-browser.ts', './tests/support/loud-console.ts'],
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
          pool: 'threads',
          include: ['tests/{cases,oracle,simulation}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/devstore/**/*.browser.test.ts'],
          globalSetup: [postgres, './tests/e2e/shared-demos.ts'],
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
          pool: 'threads',
          include: ['extensions/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          // The tester imports the extension's module itself; outside Vite that cannot be JSX.
          server: { deps: { inline: [/@shopify\/ui-extensions-tester/] } },
        },
      },
    ],
  },
});
