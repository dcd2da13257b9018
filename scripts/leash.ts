/**
 * Preloaded into every program that `child-process.ts` starts: ends the program, and whatever it
 * started, when the process that holds the other end of its standard input is gone. That end
 * closes however the holder dies, `kill -9` included.
 */
import { isMainThread } from 'node:worker_threads';

/** Names the holder's process id: what the program itself starts has another parent. */
export const LEASH_VARIABLE = 'UNORDER_LEASH';

const PATIENCE_MS = 10_000;

if (isMainThread && process.env[LEASH_VARIABLE] === String(process.ppid)) {
  process.stdin.once('close', endGroup).resume();
  // Waiting for the holder's end is no reason to stay.
  if ('unref' in process.stdin && typeof process.stdin.unref === 'function') process.stdin.unref();
}

/** The program leads a process group of its own, which signal target 0 names. */
function endGroup(): void {
  setTimeout(() => process.kill(0, 'SIGKILL'), PATIENCE_MS).unref();
  process.kill(0, 'SIGTERM');
}
