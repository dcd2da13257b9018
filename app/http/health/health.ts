import type { ServerResponse } from 'node:http';

/** What a process needs to do its work. */
export interface Health {
  /** Names what is missing, for whoever runs it; nothing when the process can do its work. Answers within two seconds. */
  missing(): Promise<readonly string[]>;
}

const LIVE_PATH = '/livez';
const READY_PATH = '/readyz';
/** What `/readyz` was called in the first release. */
const FORMER_READY_PATH = '/healthz';
export const HEALTH_PATHS: ReadonlySet<string> = new Set([
  LIVE_PATH,
  READY_PATH,
  FORMER_READY_PATH,
]);

export const isHealthPath = (path: string): boolean => HEALTH_PATHS.has(path);

/**
 * `/livez`: the process runs and answers; a process manager that gets no answer should end it. `/readyz`: it can
 * do its work; while it cannot, nobody should send it any, and ending it would not help.
 */
export async function answerHealth(
  health: Health,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const missing = path === LIVE_PATH ? [] : await health.missing();
  const status = missing.length === 0 ? 'ok' : 'unavailable';
  response
    .writeHead(missing.length === 0 ? 200 : 503, { 'content-type': 'application/json' })
    .end(JSON.stringify({ status, ...(missing.length > 0 ? { missing } : {}) }));
}

/** Of a process that has its database, and, when it works on jobs, has begun to. */
export function healthOf(
  assembly: { isReady(): Promise<'ready' | { readonly fault: string }> },
  isWorking = (): boolean => true,
): Health {
  return {
    async missing() {
      if (!isWorking()) return ['queue'];
      const found = await assembly.isReady();
      return found === 'ready' ? [] : [`database: ${found.fault}`];
    },
  };
}
