import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** What lies in a folder; nothing when there is no such folder. */
export function listFolder(folder: string): Promise<Dirent[]> {
  return orMissing(readdir(folder, { withFileTypes: true }), []);
}

/** A file's text; null when there is no such file. */
export function readText(file: string): Promise<string | null> {
  return orMissing(readFile(file, 'utf8'), null);
}

async function orMissing<Found, Missing>(
  reading: Promise<Found>,
  missing: Missing,
): Promise<Found | Missing> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing;
    throw error;
  }
}
