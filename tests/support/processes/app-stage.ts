import { type Devstore, type DevstoreOptions, startDevstore } from 'devstore';
import { addScenarioShop, type ScenarioShop } from 'devstore/seed';
import type { World } from 'devstore/world';

import type { TestDatabase } from '../database/postgres.ts';

const CLIENT = { clientId: '57a9edc11e97000000000000000000aa', clientSecret: 'made-up-secret' };
/** 32 bytes in Base64. */
const TOKEN_KEY = Buffer.alloc(32, 'staged').toString('base64');

/** Everything the app's processes need around them: a local Shopify with one shop, mail, a database. */
export interface AppStage {
  readonly devstore: Devstore;
  readonly scene: ScenarioShop;
  readonly database: TestDatabase;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The environment of an app process, with its way to Shopify and to the mail server. */
  environment(ways?: { platform?: string; smtp?: string }): Record<string, string>;
  close(): Promise<void>;
}

/**
 * Opens a stage around a database of its own, which goes with it; `furnish` adds to its world what
 * its user needs, and `onAdminCall` hears what the app asks of it.
 */
export async function openAppStage(
  database: TestDatabase,
  furnish: (world: World) => void = () => {},
  onAdminCall: NonNullable<DevstoreOptions['onAdminCall']> = () => {},
): Promise<AppStage> {
  const scenes: ScenarioShop[] = [];
  const devstore = await startDevstore({
    ...CLIENT,
    appUrl: null,
    appTomlPath: 'shopify.app.toml',
    onAdminCall,
    seed: (world) => {
      scenes.push(addScenarioShop(world, { plan: 'Plus', developmentStore: true }));
      furnish(world);
    },
  });
  const [scene] = scenes;
  if (!scene) throw new Error('The world was not seeded.');
  return {
    ...CLIENT,
    devstore,
    scene,
    database,
    environment: ({ platform = devstore.origins.platform, smtp = devstore.origins.smtp } = {}) => ({
      NODE_ENV: 'production',
      SHOPIFY_API_KEY: CLIENT.clientId,
      SHOPIFY_API_SECRET: CLIENT.clientSecret,
      SHOPIFY_APP_URL: devstore.origins.tunnel,
      DATABASE_URL: database.url,
      TOKEN_ENCRYPTION_KEYS: `staged:${TOKEN_KEY}`,
      SMTP_URL: smtp,
      MAIL_FROM: 'orders@scenario-goods.example.com',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'info',
      DEVSTORE_URL: platform,
    }),
    close: async () => {
      await devstore.stop();
      await database.drop();
    },
  };
}

/** A session token of the shop's owner, as the admin gives it to the app. */
export function ownerToken(devstore: Devstore, { domain, shop }: ScenarioShop): string {
  const owner = shop.staff.find(({ accountOwner }) => accountOwner);
  if (!owner) throw new Error(`Nobody owns ${domain}.`);
  return devstore.mintIdToken({ surface: 'admin', shop: domain, staffUserId: String(owner.id) });
}
