import type { AppProxyConfig } from '../http/app/app-toml.ts';
import type { MintIdToken } from '../http/tokens/session-token.ts';
import type { World } from '../world/contracts/contract.ts';
import type { ThemeEditor } from './storefront/theme/theme-editor.ts';
import type { Shop } from '../world/model.ts';

/** What the pages draw from and link to. Read at each request, so origins may be filled in late. */
export interface PagesDeps {
  readonly world: World;
  readonly origins: {
    readonly platform: string;
    readonly customer: string;
    readonly storefront: string;
    readonly tunnel: string;
  };
  readonly app: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly handle: string;
    /** The public address in the app's configuration, which the tunnel stands for. */
    readonly declaredUrl?: string;
    /** Which of the storefront's addresses are the app's. */
    readonly proxy?: AppProxyConfig | null;
  };
  /** Where the app process listens, or null while there is none. */
  readonly appUrl: () => string | null;
  /** How long the storefront waits for the app; its own choice when left out. */
  readonly proxyTimeoutMs?: number;
  /** The real clock, in which browsers and the app live: milliseconds since the epoch, UTC. */
  readonly realNow: () => number;
  readonly themeEditor: ThemeEditor;
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
