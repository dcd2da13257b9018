import path from 'node:path';
import express, { type Router } from 'express';
import type { PagesDeps } from '../deps.ts';
import { readExtensions } from './catalogue.ts';

/** Where a page serves an extension's built script. */
export function scriptAddress(origin: string, handle: string): string {
  return `${origin}/devstore-extensions/${handle}/script.js`;
}

/** Serves built scripts, read from disk at each request: a rebuild shows on reload. */
export function extensionRoutes(deps: PagesDeps): Router {
  const router = express.Router();
  router.get('/devstore-extensions/:handle/script.js', (request, response, next) => {
    readExtensions(deps.extensionsDir)
      .then((extensions) => {
        const extension = extensions.find(({ handle }) => handle === request.params.handle);
        if (!extension?.scriptFile) response.sendStatus(404);
        else {
          response.set('Access-Control-Allow-Origin', '*').type('text/javascript');
          response.sendFile(path.resolve(extension.scriptFile), {
            dotfiles: 'allow',
            cacheControl: false,
          });
        }
      })
      .catch(next);
  });
  return router;
}
