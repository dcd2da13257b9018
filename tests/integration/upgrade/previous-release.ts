import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { install } from '../../support/processes/another-checkout.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What live shops run today. Raise it with each release, after `npm run freeze`. */
const PREVIOUS_RELEASE = '76e14a932d275d726551474407189acdacd34c44';

/**
 * The previous release, as it stands in this repository's history, in a folder of its own with a database client
 * of its own. Null in a clone without that history.
 */
export async function previousRelease(): Promise<string | null> {
  const known = await run('git', ['cat-file', '-e', `${PREVIOUS_RELEASE}^{commit}`], {
    cwd: ROOT,
  }).then(
    () => true,
    () => false,
  );
  if (!known) return null;
  const folder = path.join(ROOT, '.data', 'releases', PREVIOUS_RELEASE);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await run('sh', [
    '-c',
    `git -C "$1" archive "$2" app prisma prisma.config.ts scripts tests package.json tsconfig.json shopify.app.toml | tar -x -C "$3"`,
    'sh',
    ROOT,
    PREVIOUS_RELEASE,
    unfinished,
  ]);
  await install(unfinished);
  await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    cwd: unfinished,
  });
  await rename(unfinished, folder);
  return folder;
}
