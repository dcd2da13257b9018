import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';

import { startProgram } from '../../../scripts/processes/child-process.ts';

/** A process of the app as production runs it, whose network leads to a devstore. */
export interface AppProcess {
  /** What its line of being ready says. */
  readonly ready: Readonly<Record<string, unknown>>;
  readonly pid: number | undefined;
  /** Everything it has printed so far, on both of its outputs. */
  output(): string;
  /** What it holds in bytes once its garbage is collected; only of one that was started to be measured. */
  heap(): Promise<number>;
  /** Ends it as `kill -9` does, at once and without a word; resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

const PARTS = {
  web: { file: 'app/server.ts', ready: 'the app is listening' },
  worker: { file: 'app/worker.ts', ready: 'the worker is ready' },
} as const;

/** Leads a process's network to the devstore of today, whatever release it is of. */
export const PRELOAD = createRequire(import.meta.url).resolve('devstore/preload');

interface ProcessOptions {
  /** Started so that its memory can be measured. */
  readonly isMeasured?: boolean;
  /** Of another release, in this folder. */
  readonly folder?: string;
}

/**
 * Starts a part of the app and waits until its log says that it is ready.
 * Rejects with what it printed when it ends before.
 */
export async function startAppProcess(
  part: keyof typeof PARTS,
  environment: Readonly<Record<string, string>>,
  { isMeasured = false, folder }: ProcessOptions = {},
): Promise<AppProcess> {
  const { file, ready: readyMessage } = PARTS[part];
  const measuring = ['--expose-gc', '--import', './tests/attack/heap-on-signal.ts'];
  const program = startProgram(file, [], {
    nodeArguments: [...(isMeasured ? measuring : []), ...['--import', PRELOAD]],
    env: environment,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  let printed = '';
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    const lookForReady = (): void => {
      const line = printed.split('\n').find((each) => each.includes(`"msg":"${readyMessage}"`));
      if (!line) return;
      program.stdout.off('data', lookForReady);
      resolve(JSON.parse(line) as Record<string, unknown>);
    };
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    program.stdout.on('data', lookForReady);
    program.ended.then(
      (code) => reject(new Error(`The ${part} process ended with ${code}:\n${printed}`)),
      reject,
    );
  });
  return {
    ready,
    pid: program.pid,
    output: () => printed,
    async heap() {
      const told = (): string[] =>
        printed.split('\n').filter((line) => line.startsWith('{"msg":"heap"'));
      const before = told().length;
      if (program.pid === undefined) throw new Error('The process was not started.');
      process.kill(program.pid, 'SIGUSR2');
      for (let waited = 0; told().length === before; waited += 20) {
        if (waited > 10_000) throw new Error('The process does not say what it holds.');
        await sleep(20);
      }
      return (JSON.parse(told().at(-1) ?? '') as { bytes: number }).bytes;
    },
    kill: () => program.kill(),
    stop: () => program.stop(),
  };
}
