import { addScenarioShop, type ScenarioShop } from 'devstore/seed';
import type { World } from 'devstore/world';
import pg from 'pg';

import { startAppProcess } from '../../support/processes/app-process.ts';
import { type AppStage, openAppStage, ownerToken } from '../../support/processes/app-stage.ts';
import { BROWSER } from '../../support/pages/browser-headers.ts';
import { createBenchDatabase } from './bench-database.ts';
import { createPointsMeter, type PointsMeter } from '../figures/points-meter.ts';

/** The app's built web process, attached to a local Shopify in this process. */
export interface BenchStage extends Pick<AppStage, 'devstore' | 'clientSecret' | 'environment'> {
  /** Where the app listens. */
  readonly url: string;
  /** Shops that have installed the app; each has its own allowance of Admin API calls, all but the first a small one. */
  readonly shops: readonly ScenarioShop[];
  readonly databaseUrl: string;
  readonly client: pg.Client;
  /** What the app has asked of the shops. */
  readonly points: PointsMeter;
  /** What the order page of the shop's customer sends along. */
  customerHeaders(shop: ScenarioShop): Record<string, string>;
  close(): Promise<void>;
}

export async function openBenchStage(shopCount: number): Promise<BenchStage> {
  const database = await createBenchDatabase();
  const shops: ScenarioShop[] = [];
  const points = createPointsMeter();
  const furnish = (world: World): void => {
    for (let number = 2; number <= shopCount; number += 1) {
      shops.push(addScenarioShop(world, { handle: `scenario-${number}` }));
    }
  };
  const stage = await openAppStage(database, furnish, points.note);
  shops.unshift(stage.scene);
  const { devstore, clientSecret } = stage;
  const web = await startAppProcess('web', stage.environment());
  const url = String(web.ready['url']);
  devstore.attachApp(url);
  for (const shop of shops) await openApp(url, ownerToken(devstore, shop));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    devstore,
    clientSecret,
    environment: (ways) => stage.environment(ways),
    url,
    shops,
    databaseUrl: database.url,
    client,
    points,
    customerHeaders({ domain, customer }) {
      const token = devstore.mintIdToken({
        surface: 'customer-account',
        shop: domain,
        customerId: `gid://shopify/Customer/${customer.id}`,
      });
      return {
        ...BROWSER,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      };
    },
    async close() {
      await client.end();
      await web.stop();
      await stage.close();
    },
  };
}

/** Staff opening the app is what gives it access to their shop. No order has the number asked for. */
async function openApp(url: string, token: string): Promise<void> {
  const response = await fetch(`${url}/api/staff/orders/1/cancellation`, {
    headers: { ...BROWSER, authorization: `Bearer ${token}` },
  });
  if (response.status !== 404) throw new Error(`The app did not open: ${await response.text()}`);
  await response.body?.cancel();
}
