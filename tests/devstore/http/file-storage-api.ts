import express from 'express';
import type { RequestHandler } from 'express';
import { STORAGE_HOSTS } from '../world/bulk/file-storage.ts';
import type { World } from '../world/contracts/contract.ts';
import { DEVSTORE_HOST_HEADER } from './app/rerouted-fetch.ts';
import type { WorldClock } from './control/world-clock.ts';

/** A little more than a staged upload may hold, which refuses what is too large in its own words. */
const MAX_BODY = '101mb';
const FILE_HOSTS: readonly string[] = Object.values(STORAGE_HOSTS);

/** Serves requests that were meant for the hosts that Shopify keeps files on. */
export function fileStorageApi(world: World, clock: WorldClock): RequestHandler {
  const readBody = express.raw({ type: () => true, limit: MAX_BODY });
  return (request, response, next) => {
    const host = request.get(DEVSTORE_HOST_HEADER) ?? '';
    if (!FILE_HOSTS.includes(host)) {
      next();
      return;
    }
    readBody(request, response, (error: unknown) => {
      if (error !== undefined) {
        next(error);
        return;
      }
      clock.sync();
      const body: unknown = request.body;
      const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      formFields(request.get('Content-Type') ?? '', content)
        .then((fields) => {
          const answer = world.storage.answer({
            host,
            method: request.method,
            path: request.path,
            content: content.toString('utf8'),
            ...(fields === null ? {} : { fields }),
          });
          response.status(answer.status).type(answer.contentType).send(answer.body);
        })
        .catch(next);
    });
  };
}

/** The fields of a form, files by their content; null for a body that is none. */
async function formFields(
  contentType: string,
  content: Buffer,
): Promise<Record<string, string> | null> {
  if (!contentType.startsWith('multipart/form-data')) return null;
  const form = await new Response(new Uint8Array(content), {
    headers: { 'Content-Type': contentType },
  }).formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    fields[name] = typeof value === 'string' ? value : await value.text();
  }
  return fields;
}
