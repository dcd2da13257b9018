import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The statements that lead from one Prisma schema to another, by their texts alone; null when they say the same.
 * Prisma's `migrate dev` would need an engine to download and a database of its own.
 *
 * @throws Error with Prisma's words when a schema is none
 */
export function schemaDifference(former: string, present: string): string | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'unorder-schemas-'));
  try {
    const [from, to] = [path.join(folder, 'former.prisma'), path.join(folder, 'present.prisma')];
    writeFileSync(from, former);
    writeFileSync(to, present);
    const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
    const prisma = path.join(path.dirname(manifest), 'build/index.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...[prisma, 'migrate', 'diff', '--script'],
        ...['--from-schema-datamodel', from, '--to-schema-datamodel', to],
      ],
      { cwd: ROOT, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr.trim());
    return stdout.includes('This is an empty migration') ? null : stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
