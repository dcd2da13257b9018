import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { LEASH_VARIABLE } from './leash.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEASH = new URL('leash.ts', import.meta.url).href;
/** What Node has compiled once, it need not compile again: a process of the app starts in two thirds of the time. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));
const PATIENCE_MS = 9_000;

/** Additions to a program's environment; undefined takes a variable away. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A started program with everything it starts in turn. */
export type Program = {
  /** Of the process itself; undefined when it could not be started. */
  readonly pid: number | undefined;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Asks it to end (SIGTERM), and after nine seconds ends it and all that it started. */
  stop(): Promise<void>;
  /** Ends it and all that it started at once (SIGKILL): nothing of it runs on, not even to tidy up. */
  kill(): Promise<void>;
};

const running = new Set<Program>();

/**
 * Starts a Node program in the project's root. It gets a process group of its own, so that Ctrl-C
 * reaches only us and the order of stopping is ours, and it ends when we do, whatever ends us.
 *
 * @param file the module to run, as `node` takes it
 * @param options.nodeArguments options for Node itself, such as preloads
 * @param options.cwd another folder than the project's root
 */
export function startProgram(
  file: string,
  args: readonly string[],
  options: {
    readonly env?: Environment;
    readonly nodeArguments?: readonly string[];
    readonly cwd?: string;
  } = {},
): Program {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      LEASH,
      ...(options.nodeArguments ?? []),
      file,
      ...args,
    ],
    {
      cwd: options.cwd ?? ROOT,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        NODE_COMPILE_CACHE: COMPILED,
        ...process.env,
        ...options.env,
        [LEASH_VARIABLE]: String(process.pid),
      },
    },
  );
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  const program: Program = {
    pid: child.pid,
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    async stop() {
      signalGroup(child.pid, 'SIGTERM');
      const given = new AbortController();
      const late = sleep(PATIENCE_MS, undefined, { signal: given.signal }).then(
        () => signalGroup(child.pid, 'SIGKILL'),
        () => undefined,
      );
      await ended.finally(() => given.abort());
      await late;
    },
    async kill() {
      signalGroup(child.pid, 'SIGKILL');
      await ended;
    },
  };
  running.add(program);
  void ended.finally(() => running.delete(program)).catch(() => undefined);
  return program;
}

/** Stops every program that is still running, all at once. */
export async function stopPrograms(): Promise<void> {
  await Promise.all([...running].map((program) => program.stop()));
}

/** Runs `stop` once when we are asked to end, then ends with the code a shell expects. */
export function onEndRequest(stop: () => Promise<void>): void {
  const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
  let stopping = false;
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(code),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: nobody of the group is left, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
