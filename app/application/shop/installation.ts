import type { ShopDomain } from '../../domain/ids.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { Platform, PlatformError } from '../shared/platform.ts';

/** What the platform says of the app's installation in a shop. */
export type Installation =
  | { readonly installed: false }
  | { readonly installed: true; readonly scopes: readonly string[] };

/**
 * Asks twice before it says that the app is gone: the first refusal may only mean that the access token has
 * come of age, the second one is that of a renewed token or of the renewal itself. A shop that is frozen or out
 * of reach has not uninstalled anything.
 */
export async function readInstallation(
  platform: Platform,
  shop: ShopDomain,
): Promise<Result<Installation, PlatformError>> {
  for (let attempt = 1; ; attempt += 1) {
    const read = await platform.readInstallation(shop);
    if (read.ok) return ok({ installed: true, scopes: read.value.scopes });
    if (read.error.kind !== 'unauthorized') return err(read.error);
    if (attempt === 2) return ok({ installed: false });
  }
}
