/** What is mutated together, and what has to notice. */
export interface Area {
  readonly mutate: readonly string[];
  /** Where the tests are; each mutant meets those that reach it. */
  readonly tests: readonly string[];
  /** Of a hundred mutants, so many have to be killed. */
  readonly wanted: number;
  /** Whether its tests need PostgreSQL. */
  readonly database?: boolean;
  /** Whether its tests need nothing but their modules: neither mocks nor time, nor anything to set up. */
  readonly pure?: boolean;
}

const testsOf = (...rooms: readonly string[]): string[] =>
  rooms.map((room) => `app/domain/${room}/**/*.test.ts`);
const sources = (folder: string): string[] => [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`];

/** The places where a wrong decision costs money, by the name that `npm run mutants` takes. */
export const AREAS: ReadonlyMap<string, Area> = new Map<string, Area>([
  [
    'refund',
    {
      mutate: sources('app/domain/refund'),
      tests: testsOf('refund', 'cancellation', 'policy'),
      wanted: 90,
      pure: true,
    },
  ],
  [
    'cancellation',
    {
      mutate: [...sources('app/domain/cancellation'), ...sources('app/domain/saga')],
      tests: testsOf('cancellation', 'saga'),
      wanted: 90,
      pure: true,
    },
  ],
  [
    'policy',
    {
      mutate: sources('app/domain/policy'),
      tests: testsOf('policy', 'refund'),
      wanted: 85,
      pure: true,
    },
  ],
  [
    'engine',
    {
      mutate: [
        ...sources('app/application/saga'),
        ...sources('app/application/cancellation/advance'),
        'app/application/cancellation/look-before-answer.ts',
        'app/application/cancellation/read-waiting.ts',
      ],
      tests: ['app/application/**/*.test.ts'],
      wanted: 85,
    },
  ],
  [
    'store',
    {
      mutate: [
        'app/persistence/cancellation/cancellation-store.ts',
        'app/persistence/database/locks.ts',
        'app/persistence/database/transaction.ts',
        'app/persistence/webhook/webhook-inbox.ts',
      ],
      tests: [
        'tests/integration/persistence/persistence.test.ts',
        'tests/integration/persistence/database/locks.test.ts',
        'tests/integration/persistence/cancellation-store.test.ts',
      ],
      wanted: 85,
      database: true,
    },
  ],
  [
    'webhook',
    {
      mutate: [
        ...sources('app/ingress'),
        'app/application/webhook/apply-webhook.ts',
        'app/application/webhook/webhooks-of-order.ts',
      ],
      tests: [
        'app/ingress/**/*.test.ts',
        'app/application/**/*.test.ts',
        'tests/cases/webhooks.test.ts',
      ],
      wanted: 85,
    },
  ],
]);

/** A file of two lines whose mutants are known, by which the command itself is tested: no area of the app. */
const sample: Area = {
  mutate: sources('tests/mutants/sample'),
  tests: ['tests/mutants/sample/*.test.ts'],
  wanted: 90,
};

/** It, for each of the two ways in which mutants meet tests. */
export const SAMPLES: ReadonlyMap<string, Area> = new Map([
  ['sample', sample],
  ['pure-sample', { ...sample, pure: true }],
]);
