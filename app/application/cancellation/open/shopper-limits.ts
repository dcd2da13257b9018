import type { CustomerId, ShopDomain } from '../../../domain/ids.ts';
import type { RefusalOf } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { MINUTE } from '../../../domain/time.ts';
import { attemptDigest } from '../../guest/digests.ts';
import type { GuestSecrets, RateLimits } from '../../guest/ports.ts';
import type { Clock } from '../../shared/clock.ts';

export interface ShopperLimitsDeps {
  readonly clock: Clock;
  readonly guestSecrets: GuestSecrets;
  readonly rateLimits: RateLimits;
}

/**
 * Far more than people need: the list of orders asks once for each of them, and a window asks anew with every
 * change. Each is kept by customer and shop, so that nobody can use up another's.
 */
const MOST = {
  look: { attempts: 600, perMs: 5 * MINUTE },
  act: { attempts: 30, perMs: 10 * MINUTE },
} as const;

/** Counts what a customer who has signed in asks for, over all processes; refused beyond what people do. */
export async function takeShopperTurn(
  { clock, guestSecrets, rateLimits }: ShopperLimitsDeps,
  shop: ShopDomain,
  customerId: CustomerId,
  kind: keyof typeof MOST,
): Promise<Result<null, RefusalOf<'too_many_requests'>>> {
  const digest = attemptDigest(guestSecrets, shop, `customer ${kind}`, customerId);
  const at = clock.now();
  const blocked = await rateLimits.take(shop, [{ digest, ...MOST[kind] }], at);
  return blocked
    ? err({ code: 'too_many_requests', until: Math.max(blocked.blockedUntil, at) })
    : ok(null);
}
