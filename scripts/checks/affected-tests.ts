import { distancesTo, type PackageExports, type Sources } from './import-graph.ts';

/** What must be tested again: everything, or some test files; how many others are affected, and left out. */
export type AffectedTests =
  | 'all'
  | { readonly run: readonly string[]; readonly left: readonly string[] };

/** Texts and pictures: no test's outcome depends on them. */
const UNTESTED = /\.(md|png|svg|yml|yaml)$|^(docs|\.github)\/|(^|\/)(LICENSE|\.gitignore)$/;
/** What imports lead to. */
const FOLLOWED = /\.(ts|tsx)$|^app\/messages\/.*\.json$/;
/** The tools' own settings reach every test, whatever imports them. */
const SETTINGS =
  /(^|\/)(vitest(\.\w+)?|vite|prisma)\.config\.ts$|^scripts\/checks\/|^tests\/support\/(loud-console|pages\/jsdom-browser|database\/postgres-server)\.ts$/;

const TEST = /\.test\.tsx?$/;
/** Tests that share their modules and take milliseconds. */
const QUICK = /^(app|prisma|scripts|extensions)\//;
/** Those that build, drive a browser or run for minutes. */
const LONG =
  /\.browser\.test\.ts$|^tests\/(attack|bench|cases|e2e|mutants|oracle|simulation)\/|^tests\/integration\/(bad-input|development|ending|kill|production|upgrade)\/|^tests\/integration\/log-privacy/;
/** Of the others, which start a database or a local Shopify: so many imports away they count as near, and so many are run. */
const NEAR = { imports: 2, files: 6 } as const;

/**
 * Tests are affected by what they import, directly or not. Of those that are quick all are run, of the others the
 * nearest. Quick ones that read the tree themselves are affected by every change, and those that start programs or
 * make a folder of their own by every change beside them, in the same folder of the root. What no import leads to (the schema, SQL, the lock file, a theme's
 * Liquid) affects all.
 *
 * @param changed paths from the root, with "/"; null when what passed last is not known
 * @param sources every module of the project, tests included
 * @param devstore the `exports` of the devstore's package
 */
export function affectedTests(
  changed: readonly string[] | null,
  sources: Sources,
  devstore: PackageExports,
): AffectedTests {
  if (changed === null) return 'all';
  const tested = changed.filter((file) => !UNTESTED.test(file));
  if (tested.some((file) => !FOLLOWED.test(file) || SETTINGS.test(file))) return 'all';
  const distances = distancesTo(tested, sources, devstore);
  const rooms = new Set(tested.map(roomOf));
  const tests = [...sources].filter(([file]) => TEST.test(file));
  const affected = tests.map(([file]) => file).filter((file) => distances.has(file));
  const quick = tests.filter(
    ([file, source]) =>
      QUICK.test(file) &&
      (distances.has(file) || readsTree(source) || (worksAside(source) && rooms.has(roomOf(file)))),
  );
  const far = (file: string): number => distances.get(file) ?? Infinity;
  const near = affected
    .filter((file) => !QUICK.test(file) && !LONG.test(file) && far(file) <= NEAR.imports)
    .toSorted((one, other) => far(one) - far(other))
    .slice(0, NEAR.files);
  const run = [...quick.map(([file]) => file), ...near].toSorted();
  return { run, left: affected.filter((file) => !run.includes(file)).toSorted() };
}

const roomOf = (file: string): string => file.split('/')[0] ?? '';

const readsTree = (source: string): boolean =>
  /from '(node:)?fs(\/promises)?'/.test(source) && !MAKES_FOLDER.test(source);

const worksAside = (source: string): boolean => MAKES_FOLDER.test(source) || STARTS.test(source);
const MAKES_FOLDER = /\bmkdtemp/;
const STARTS = /from 'node:child_process'|from '.*\/processes\/child-process\.ts'/;
