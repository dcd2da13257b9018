import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What has to be done so that a running app follows a change:
 * - `pages`: nothing, the bundler follows by itself.
 * - `app`: the process starts anew, for it holds its modules.
 * - `extensions`: they are built.
 * - `schema`: the database client is generated, the migrations are applied, and the process starts anew.
 * - `anew`: only who started it can start everything anew.
 */
export type Step = 'pages' | 'app' | 'extensions' | 'schema' | 'anew';

const WATCHED = ['app', 'prisma', 'extensions', 'scripts', 'shopify.app.toml'] as const;
/** An editor writes in several strokes, and a branch that is checked out in many. */
const STROKES_MS = 200;

/** What follows from a change of a file, by its path from the project's root; null where nothing runs it. */
export function stepAfter(file: string): Step | null {
  const [room = '', folder = '', ...rest] = file.split('/');
  if (/[.](test|md)([.]|$)/.test(file) || /~$|[.]swp$/.test(file)) return null;
  switch (room) {
    case 'shopify.app.toml':
      return 'anew';
    case 'prisma':
      return folder === 'schema.prisma' || folder === 'migrations' ? 'schema' : null;
    case 'extensions':
      return rest[0] === 'dist' || /(shopify[.]d[.]ts|manifest[.]json)$/.test(file)
        ? null
        : 'extensions';
    case 'app':
      return PAGES.some((page) => file === page || file.startsWith(`${page}/`)) ? 'pages' : 'app';
    case 'scripts':
      return file === 'scripts/development/dev-server.ts' ||
        file === 'scripts/development/development.ts'
        ? 'app'
        : null;
    default:
      return null;
  }
}

/** What the bundler alone loads. */
const PAGES = [
  'app/routes',
  'app/components',
  'app/styles',
  'app/root.tsx',
  'app/entry.server.tsx',
] as const;

/**
 * Watches the sources under a folder and follows their changes, one after the other. What fails is told and
 * waits for the next change.
 *
 * @param follow carries one step out
 * @param tell says what is done and what failed
 * @returns ends the watching
 */
export function followChanges(
  root: string,
  follow: (step: Exclude<Step, 'pages'>) => Promise<void>,
  tell: (line: string) => void,
): () => void {
  const changed = new Map<Step, string>();
  let isFollowing = false;

  const work = async (): Promise<void> => {
    if (isFollowing) return;
    isFollowing = true;
    while (changed.size > 0) {
      await sleep(STROKES_MS);
      const steps = new Map(changed);
      changed.clear();
      if (steps.has('schema')) steps.delete('app');
      for (const [step, file] of steps) {
        if (step === 'pages') continue;
        tell(`${file} changed: ${DOING[step]}`);
        await follow(step).catch((error: unknown) => {
          const why = error instanceof Error ? error.message : String(error);
          tell(`${why}\nWaiting for the next change.`);
        });
      }
    }
    isFollowing = false;
  };

  const watchers = WATCHED.map((each): FSWatcher =>
    watch(path.join(root, each), { recursive: true }, (_event, name) => {
      const isFile = each.includes('.');
      const file = isFile ? each : [each, ...(name ?? '').split(path.sep)].join('/');
      const step = stepAfter(file);
      if (step === null) return;
      changed.set(step, file);
      void work();
    }),
  );
  return () => watchers.forEach((watcher) => watcher.close());
}

const DOING: Readonly<Record<Exclude<Step, 'pages'>, string>> = {
  app: 'the app starts anew …',
  extensions: 'the extensions are built …',
  schema: 'the database follows, and the app starts anew …',
  anew: 'stop and start `npm run dev:local` to follow it.',
};
