import { answerHealth, type Health, isHealthPath } from './health.ts';
import { type BareServer, type Listen, startBareServer } from '../server/bare-server.ts';

/** Answers `/livez` and `/readyz` for a process that has no pages, and 404 to everything else. */
export const startHealthServer = (health: Health, listen: Listen): Promise<BareServer> =>
  startBareServer(listen, (path, method) => {
    const isAsked = (method === 'GET' || method === 'HEAD') && isHealthPath(path);
    return isAsked ? (_request, response) => void answerHealth(health, path, response) : null;
  });
