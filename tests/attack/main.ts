/**
 * `npm run attack`: three rounds of a thousand hostile requests over every endpoint of the built app, a thousand
 * genuine webhooks under swapped headers, what came of them, and what of them was kept in memory.
 * `npm run attack -- --requests 5000 --rounds 5 --seed 7` for others.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
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
      UNORDER_ATTACK_ROUNDS: values.rounds,
    },
  },
);
process.exitCode = status ?? 1;
