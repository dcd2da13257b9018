import { spawnSync } from 'node:child_process';

import { expect, it } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };

/** Every command of ours that takes options, by its npm name. */
const COMMANDS = [
  'demo',
  'dev:local',
  'simulate',
  'oracle',
  'attack',
  'mutants',
  'bench',
  'freeze',
  'rotate-keys',
  'doctor',
  'migration',
  'pictures',
] as const;

/** Under this Node, past the bootstrap: what it would install is there. */
function run(command: (typeof COMMANDS)[number], argument: string) {
  const program = packageJson.scripts[command].replace(
    /^node scripts\/bootstrap\.mjs (.*)$/,
    'node scripts/$1.ts',
  );
  const [, file = ''] = program.split(' ');
  return spawnSync(process.execPath, [file, argument], { encoding: 'utf8' });
}

const PATIENCE_MS = 30_000;

it.each(COMMANDS)(
  'npm run %s --help says how it is used',
  (command) => {
    const { status, stdout, stderr } = run(command, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^npm run ${command}\\b`));
  },
  PATIENCE_MS,
);

it.each([
  ['--nonsense', "Unknown option '--nonsense'"],
  ['--print-key=yes', "Option '--print-key' does not take an argument"],
  ['now', "Unexpected argument 'now'"],
])(
  'an argument that a command does not know (%s) is refused in a sentence',
  (argument, sentence) => {
    const { status, stdout, stderr } = run('rotate-keys', argument);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  },
  PATIENCE_MS,
);
