import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { readCommandLine } from '../../scripts/processes/command-line.ts';

const { values } = readCommandLine(
  `
npm run attack [-- --requests 5000 --rounds 5 --seed 7]
  Hostile requests over every endpoint of the built app, genuine webhooks under swapped headers, what
  came of them, and what of them was kept in memory.
  --requests N   how many in a round (1000)
  --rounds N     how many rounds (3)
  --seed N       which ones (1)`,
  {
    requests: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
);
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
