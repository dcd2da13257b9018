/**
 * Preloaded into the programs that others start: ends the program, in the order it ends in by itself, when
 * whoever started it is gone.
 *
 * A program that `child-process.ts` started sees that at its standard input, whose other end closes however the
 * holder dies, `kill -9` included; whatever the program started ends with it.
 *
 * A program that npm started sees it at its parent. npm passes a signal on to the shell it runs a script in;
 * the shell dies of it and passes nothing on, and the program would stay behind with its port. A npm that is
 * killed outright passes nothing on even to its shell: where the system shows it (Linux), a shell that has lost
 * its own parent counts as dead.
 *
 * @see https://github.com/npm/npm/issues/8162
 * @see https://github.com/npm/cli/issues/5776
 */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Names the holder's process id: what the program itself starts has another parent. */
export const LEASH_VARIABLE = 'UNORDER_LEASH';

const PATIENCE_MS = 9_000;
const PARENT_CHECK_MS = 250;
const SHELL = /^(?:a|ba|da|k|z)?sh$|^busybox$/;

if (isMainThread && process.env[LEASH_VARIABLE] === String(process.ppid)) {
  process.stdin.once('close', endGroup).resume();
  // Waiting for the holder's end is no reason to stay.
  if ('unref' in process.stdin && typeof process.stdin.unref === 'function') process.stdin.unref();
} else if (isMainThread && process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  const starter = starterOfShell(parent);
  const watch = setInterval(() => {
    if (process.ppid === parent && starterOfShell(parent) === starter) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS).unref();
}

/** The program leads a process group of its own, which signal target 0 names. */
function endGroup(): void {
  setTimeout(() => process.kill(0, 'SIGKILL'), PATIENCE_MS).unref();
  process.kill(0, 'SIGTERM');
}

/** Who started a shell; null for another program, and where the system does not show it. */
function starterOfShell(pid: number): string | null {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name may hold anything, brackets too. Source: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const [, name = '', starter = null] = /^\d+ \((.*)\) \S+ (\d+) /s.exec(status) ?? [];
  return SHELL.test(name) ? starter : null;
}
