/** `npm run migration -- NAME`: writes the migration from the committed schema to the one in the working copy. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { readCommandLine } from './processes/command-line.ts';
import { schemaDifference } from './migrations/schema-difference.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCHEMA = 'prisma/schema.prisma';
const MIGRATIONS = path.join(ROOT, 'prisma/migrations');

const { positionals, values } = readCommandLine(
  `
npm run migration -- NAME [--from REVISION]
  Writes prisma/migrations/TIME_NAME/migration.sql: the way from the committed schema to yours.
  Read it, add what Prisma's schema cannot say (triggers, partial indexes), keep it additive so
  that it runs beside the former release, then apply it with npm run setup.
  --from REVISION   the schema to start from (HEAD)`,
  { from: { type: 'string', default: 'HEAD' } },
  { names: true },
);
const name = positionals.join('_').replaceAll('-', '_');
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  stop('Name the migration in small letters: npm run migration -- orders-have-tags');
}
const committed = spawnSync('git', ['show', `${values.from}:${SCHEMA}`], {
  cwd: ROOT,
  encoding: 'utf8',
});
if (committed.status !== 0) stop(committed.stderr.trim());
const script = schemaDifference(committed.stdout, readFileSync(path.join(ROOT, SCHEMA), 'utf8'));
if (script === null) stop(`${SCHEMA} says the same as in ${values.from}: change it first.`);

const folder = path.join(MIGRATIONS, `${nextTime()}_${name}`);
mkdirSync(folder);
writeFileSync(path.join(folder, 'migration.sql'), script);
console.log(path.relative(ROOT, path.join(folder, 'migration.sql')));

/** Now in UTC, or just after the newest migration: they are applied in the order of their names. */
function nextTime(): number {
  const now = Number(new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14));
  const times = readdirSync(MIGRATIONS).map((each) => Number(each.slice(0, 14)) || 0);
  return Math.max(now, ...times.map((time) => time + 1));
}

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
