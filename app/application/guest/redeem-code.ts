import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { MINUTE } from '../../domain/time.ts';
import type { TooManyAttempts } from './ask-for-code.ts';
import { attemptDigest, codeDigest } from './digests.ts';
import type { ChallengeId, GuestChallenges, GuestSecrets, RateLimits } from './ports.ts';
import type { Clock } from '../shared/clock.ts';

export interface RedeemCodeDeps {
  readonly clock: Clock;
  readonly guestSecrets: GuestSecrets;
  readonly rateLimits: RateLimits;
  readonly guestChallenges: GuestChallenges;
}

/**
 * A guest answers a challenge. The order when the code is the one that was sent; `wrong_code` for everything
 * else, also for a challenge that no code was ever sent for.
 */
export async function redeemGuestCode(
  deps: RedeemCodeDeps,
  shop: ShopDomain,
  answer: { readonly challengeId: ChallengeId; readonly code: string; readonly address: string },
): Promise<Result<OrderId, TooManyAttempts | { readonly code: 'wrong_code' }>> {
  const at = deps.clock.now();
  const { guestSecrets, guestChallenges, rateLimits } = deps;
  const blocked = await rateLimits.take(
    shop,
    [
      {
        digest: attemptDigest(guestSecrets, shop, 'answer from', answer.address),
        attempts: 30,
        perMs: 15 * MINUTE,
      },
    ],
    at,
  );
  if (blocked) return err({ code: 'too_many_attempts', until: blocked.blockedUntil });
  const code = answer.code.normalize('NFKC').replaceAll(/\s/g, '');
  const digest = codeDigest(guestSecrets, shop, answer.challengeId, code);
  const orderId = await guestChallenges.redeem(shop, answer.challengeId, digest, at);
  return orderId === null ? err({ code: 'wrong_code' }) : ok(orderId);
}
