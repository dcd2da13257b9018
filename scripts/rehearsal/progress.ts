import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { type Played, readPlayed } from 'devstore/recordings';
import { z } from 'zod';

/** How far a rehearsal has come, kept on the disk: it can be stopped at any time, and goes on. */
export interface Progress {
  readonly played: readonly Played[];
  /** Orders that were made and are not gone yet. */
  readonly open: readonly string[];
  opened(order: string): Promise<void>;
  closed(order: string): Promise<void>;
  record(played: Played): Promise<void>;
  /** It is done: the next run begins anew. */
  forget(): Promise<void>;
}

const stored = z.object({ played: z.array(z.unknown()), open: z.array(z.string()) });

/**
 * The progress in a file, or a new one.
 *
 * @throws SyntaxError and ZodError for a file that is no progress
 */
export async function openProgress(file: string): Promise<Progress> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const before = text === null ? { played: [], open: [] } : stored.parse(JSON.parse(text));
  const played = before.played.map(readPlayed);
  const open = new Set(before.open);
  const save = async (): Promise<void> => {
    await mkdir(path.dirname(file), { recursive: true });
    // Whole or not at all, whenever it is killed.
    await writeFile(`${file}.new`, JSON.stringify({ played, open: [...open] }));
    await rename(`${file}.new`, file);
  };
  return {
    get played() {
      return played;
    },
    get open() {
      return [...open];
    },
    async opened(order) {
      if (open.has(order)) return;
      open.add(order);
      await save();
    },
    async closed(order) {
      if (open.delete(order)) await save();
    },
    async record(each) {
      played.push(each);
      await save();
    },
    forget: () => rm(file, { force: true }),
  };
}
