import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Applies every migration that a database lacks.
 *
 * @param databaseUrl a `postgresql://` address; the database must exist
 * @throws Error with Prisma's messages when a migration fails
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
  const command = path.join(path.dirname(manifest), 'build', 'index.js');
  const child = spawn(process.execPath, [command, 'migrate', 'deploy'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`prisma migrate deploy ended with ${String(code)}:\n${output}`);
}
