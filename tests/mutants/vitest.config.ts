import { env } from 'node:process';

import { defineConfig } from 'vitest/config';

import { SHARED_SERVER } from '../support/postgres-server.ts';

/**
 * The tests that mutants meet: those of `MUTANT_TESTS`, a list of globs. Left out is the search through the
 * machine's states: it takes as long as all others together, for every mutant.
 */
export default defineConfig({
  test: {
    include: (env['MUTANT_TESTS'] ?? 'app/**/*.test.ts').split(','),
    exclude: ['**/node_modules/**', 'app/domain/cancellation/search.test.ts'],
    // Of PostgreSQL one server for all mutants: who runs them has started it.
    globalSetup: env[SHARED_SERVER] ? ['./tests/support/postgres-server.ts'] : [],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
