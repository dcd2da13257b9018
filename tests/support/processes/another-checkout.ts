import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const INSTALLED = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** Generated from a checkout's own schema; everything else that is installed serves all of them. */
const OF_ITS_OWN: readonly string[] = ['.prisma', '@prisma'];

/** Gives another checkout of this project what is installed in this one. */
export async function install(checkout: string): Promise<void> {
  const folder = path.join(checkout, 'node_modules');
  await mkdir(folder);
  for (const name of await readdir(INSTALLED)) {
    const from = path.join(INSTALLED, name);
    const to = path.join(folder, name);
    await (OF_ITS_OWN.includes(name) ? cp(from, to, { recursive: true }) : symlink(from, to));
  }
}
