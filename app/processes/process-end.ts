import type { Logger } from '../application/shared/log.ts';

/**
 * For jobs at work when a process is told to end. A call to the platform can take longer; what is cut off is
 * taken up by the next process as after a crash.
 */
export const LAST_WORK_MS = 6_000;
/** Then the process ends whatever still holds it: process managers kill after ten seconds. */
const LAST_MS = 8_000;

/**
 * Ends the process in good order when it is told to: runs `stop` once, then exits with 0, or with 1 when it
 * failed or the time for it ran out. A failure that nobody handled ends it too, with 1: the next process
 * starts from what is stored.
 */
export function endInOrder(log: Logger, stop: () => Promise<void>): void {
  let ending = false;
  const end = (reason: string, code: number): void => {
    if (ending) return;
    ending = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), LAST_MS).unref();
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ error }, 'could not stop in good order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal, 0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error({ error }, 'a failure that nobody handled');
      end(event, 1);
    });
  }
}
