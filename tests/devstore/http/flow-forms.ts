import express from 'express';
import type { Response, Router } from 'express';
import { z } from 'zod';
import { CommerceRefusal } from '../world/contracts/contract.ts';
import type { World } from '../world/contracts/contract.ts';
import type { WorldClock } from './control/world-clock.ts';

const runSchema = z.object({ handle: z.string() }).catchall(z.string());
const useSchema = z.object({ handle: z.string(), use: z.enum(['on', 'off']) });

/** The forms of the page about Flow: what a merchant and a workflow do. They lead back to it. */
export function flowForms(world: World, clock: WorldClock): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));
  const back = (response: Response, work: () => void): void => {
    clock.sync();
    try {
      work();
      clock.sync();
      response.redirect(303, '/flow');
    } catch (error) {
      if (!(error instanceof CommerceRefusal)) throw error;
      response.redirect(303, `/flow?${new URLSearchParams({ refused: error.message }).toString()}`);
    }
  };
  const shopAndApp = (): { readonly shop: string; readonly clientId: string } => {
    const [shop] = world.shops.keys();
    const [app] = world.apps.list();
    if (shop === undefined || app === undefined) {
      throw new CommerceRefusal('There is no shop with an app in it.');
    }
    return { shop, clientId: app.spec.clientId };
  };
  router.post('/run', (request, response) => {
    const { handle, ...given } = runSchema.parse(request.body);
    back(response, () => {
      const { shop, clientId } = shopAndApp();
      const fields =
        world.apps.get(clientId)?.spec.flow?.actions.find((action) => action.handle === handle)
          ?.fields ?? [];
      const properties = Object.fromEntries(
        fields.map(({ name, type }) => [
          name,
          type === 'boolean' ? given[name] !== undefined : (given[name] ?? ''),
        ]),
      );
      world.flow.runAction(shop, clientId, handle, properties);
    });
  });
  router.post('/use', (request, response) => {
    const { handle, use } = useSchema.parse(request.body);
    back(response, () => {
      const { shop, clientId } = shopAndApp();
      world.flow.useTrigger(shop, clientId, handle, use === 'on');
    });
  });
  return router;
}
