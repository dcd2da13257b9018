import type { MintIdToken } from '../http/session-token.ts';
import type { World } from '../world/contract.ts';
import type { Shop } from '../world/model.ts';

/** What the pages draw from and link to. Read at each request, so origins may be filled in late. */
export interface PagesDeps {
  readonly world: World;
  readonly origins: {
    readonly platform: string;
    readonly customer: string;
    readonly tunnel: string;
  };
  readonly app: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly handle: string;
    /** The public address in the app's configuration, which the tunnel stands for. */
    readonly declaredUrl?: string;
  };
  readonly mintIdToken: MintIdToken;
  /** The folder whose sub-folders are the app's extensions. */
  readonly extensionsDir: string;
}

/** The shop with a handle, or null. */
export function shopByHandle(world: World, handle: string): Shop | null {
  for (const shop of world.shops.values()) if (shop.handle === handle) return shop;
  return null;
}

/** The shop whose customers use the customer pages: the first one opened. */
export function customerShop(world: World): Shop {
  const [shop] = world.shops.values();
  if (!shop) throw new Error('The world has no shop.');
  return shop;
}
