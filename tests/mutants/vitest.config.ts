import { env } from 'node:process';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

import { SHARED_SERVER } from '../support/database/postgres-server.ts';

/** Ends a mutant soon: first the files that noticed the one before it, then the quick ones. */
class QuickestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root;
    const ranked = files.map((file) => {
      const result = this.ctx.cache.getFileTestResults(
        `${file.project.name}:${file.moduleId.slice(root.length + 1)}`,
      );
      return { file, rank: result?.failed ? 0 : 1 + (result?.duration ?? 0) };
    });
    return Promise.resolve(ranked.toSorted((a, b) => a.rank - b.rank).map(({ file }) => file));
  }
}

/**
 * The tests that mutants meet: those of `MUTANT_TESTS`, a list of globs. Left out is the search through the
 * machine's states: it takes as long as all others together, for every mutant. All files share one worker
 * and its modules; see `runner.ts`.
 */
export default defineConfig({
  test: {
    include: (env['MUTANT_TESTS'] ?? 'app/**/*.test.ts').split(','),
    exclude: ['**/node_modules/**', 'app/domain/cancellation/machine/search.test.ts'],
    // Of PostgreSQL one server for all mutants: who runs them has started it.
    globalSetup: env[SHARED_SERVER] ? ['./tests/support/database/postgres-server.ts'] : [],
    // Tests with a database may keep things to themselves.
    isolate: Boolean(env[SHARED_SERVER]),
    setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
    restoreMocks: true,
    sequence: { sequencer: QuickestFirst },
    testTimeout: 30_000,
  },
});
