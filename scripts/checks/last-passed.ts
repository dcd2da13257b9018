import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { z } from 'zod';

import type { PackageExports } from './import-graph.ts';

const run = promisify(execFile);

/** The commit, made for this alone and on no branch, that holds the files as they passed last. */
const MEMORY = 'node_modules/.cache/validate/last-passed';

/**
 * The files that differ from those that passed last, with paths from the root.
 *
 * @returns null when nothing is known to have passed: nothing did yet, git forgot it, or this is no repository
 */
export async function changedSincePassed(): Promise<string[] | null> {
  try {
    const passed = (await readFile(MEMORY, 'utf8')).trim();
    const [differing, added] = await Promise.all([
      git('diff', '--name-only', '-z', passed, '--'),
      git('ls-files', '--others', '--exclude-standard', '-z'),
    ]);
    return [...new Set([...names(differing), ...names(added)])].sort();
  } catch {
    return null;
  }
}

/**
 * Remembers that the files as they are passed. Files that git does not know yet count as changed next time too.
 *
 * @returns whether it could: not where git cannot say what the files are, as outside of a repository
 */
export async function rememberPassed(): Promise<boolean> {
  const identity = ['-c', 'user.name=validate', '-c', 'user.email=validate@localhost'];
  const commit = await git(...identity, 'stash', 'create')
    .then((changes) => changes.trim() || git('rev-parse', 'HEAD'))
    .catch(() => null);
  if (commit === null) return false;
  await mkdir(path.dirname(MEMORY), { recursive: true });
  await writeFile(MEMORY, commit.trim());
  return true;
}

/** Every module of the project with its text, tests included. */
export async function readSources(): Promise<ReadonlyMap<string, string>> {
  const listed = await git('ls-files', '--cached', '--others', '--exclude-standard', '-z');
  const modules = names(listed).filter((file) => /\.tsx?$/.test(file) && existsSync(file));
  return new Map(
    await Promise.all(modules.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

const Package = z.object({ exports: z.record(z.string(), z.string()) });

/** What the devstore's package exports. */
export async function devstoreExports(): Promise<PackageExports> {
  return Package.parse(JSON.parse(await readFile('tests/devstore/package.json', 'utf8'))).exports;
}

const git = async (...args: string[]): Promise<string> => (await run('git', args)).stdout;
const names = (listed: string): string[] => listed.split('\0').filter((name) => name !== '');
