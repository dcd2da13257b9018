/** What is mutated together, and what has to notice. */
export interface Area {
  readonly mutate: readonly string[];
  /** Where the tests are; each mutant meets those that reach it. */
  readonly tests: readonly string[];
  /** Of a hundred mutants, so many have to be killed. */
  readonly wanted: number;
}

const tests = 'app/domain/**/*.test.ts';
const sources = (folder: string): string[] => [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`];

/** The places where a wrong decision costs money, by the name that `npm run mutants` takes. */
export const AREAS: ReadonlyMap<string, Area> = new Map<string, Area>([
  ['refund', { mutate: sources('app/domain/refund'), tests: [tests], wanted: 90 }],
  ['cancellation', { mutate: sources('app/domain/cancellation'), tests: [tests], wanted: 90 }],
  ['policy', { mutate: sources('app/domain/policy'), tests: [tests], wanted: 85 }],
  [
    'engine',
    {
      mutate: ['app/application/advance-cancellation.ts'],
      tests: ['app/application/**/*.test.ts', 'tests/cases/**/*.test.ts'],
      wanted: 85,
    },
  ],
]);
