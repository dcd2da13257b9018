import { access, constants, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where what was fetched once is kept: `$XDG_CACHE_HOME/devstore` or `~/.cache/devstore`, and,
 * for a user without a writable home, `.data/cache` in this package.
 */
export async function cacheDirectory(): Promise<string> {
  const candidates = [
    path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'devstore'),
    path.resolve(import.meta.dirname, '../.data/cache'),
  ];
  for (const directory of candidates) {
    try {
      await mkdir(directory, { recursive: true });
      await access(directory, constants.W_OK);
      return directory;
    } catch {
      // Not writable for this user: the next candidate is.
    }
  }
  throw new Error(`No cache directory can be written. Tried ${candidates.join(' and ')}.`);
}
