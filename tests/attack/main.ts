/**
 * `npm run attack`: a thousand hostile requests over every endpoint of the built app, and what came of them.
 * `npm run attack -- --requests 5000 --seed 7` for others.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const root = path.resolve(import.meta.dirname, '../..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'processes', 'tests/attack'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      UNORDER_ATTACK_REQUESTS: values.requests,
      UNORDER_ATTACK_SEED: values.seed,
    },
  },
);
process.exitCode = status ?? 1;
