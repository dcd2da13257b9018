/** What must be tested again: everything, or the tests that a list of files leads to. */
export type AffectedTests = 'all' | { readonly relatedTo: readonly string[] };

/** Texts and pictures: no test's outcome depends on them. */
const UNTESTED = /\.(md|png|svg|yml|yaml)$|^(docs|\.github)\/|(^|\/)(LICENSE|\.gitignore)$/;
/** What Vitest follows through imports. */
const FOLLOWED = /\.(ts|tsx)$|^app\/messages\/.*\.json$/;
/** The tools' own settings reach every test, whatever imports them. */
const SETTINGS =
  /(^|\/)(vitest(\.\w+)?|vite|prisma)\.config\.ts$|^scripts\/checks\/|^tests\/support\/loud-console\.ts$/;

/**
 * Tests are affected by what they import, directly or not. Those that read the tree themselves are affected
 * by every change; and what no import leads to (the schema, SQL, the lock file, a theme's Liquid) affects all.
 *
 * @param changed paths from the root, with "/"; null when what passed last is not known
 * @param readers the test files that read other files or start programs
 */
export function affectedTests(
  changed: readonly string[] | null,
  readers: readonly string[],
): AffectedTests {
  if (changed === null) return 'all';
  const tested = changed.filter((file) => !UNTESTED.test(file));
  if (tested.some((file) => !FOLLOWED.test(file) || SETTINGS.test(file))) return 'all';
  return { relatedTo: [...tested, ...readers] };
}

/** Whether a test reads what no import leads to, by its source. */
export function isReader(source: string): boolean {
  return /from '(node:)?fs(\/promises)?'|from 'node:child_process'|from '.*\/processes\/child-process\.ts'/.test(
    source,
  );
}
