import { ConfigError } from '../config.server.ts';

/** Runs a process's start. What its operator can mend is said in sentences; anything else keeps its stack. */
export async function startOrExplain(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
