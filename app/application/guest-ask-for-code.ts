import type { ShopDomain } from '../domain/ids.ts';
import { type EpochMs, HOUR, MINUTE } from '../domain/time.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { normalContact, normalOrderName } from './guest-contact.ts';
import { attemptDigest, contactDigest } from './guest-digests.ts';
import type { ChallengeId, GuestChallenges, GuestSecrets, RateLimits } from './guest-ports.ts';
import type { Clock, Ids } from './ports.ts';

export interface AskForCodeDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly guestSecrets: GuestSecrets;
  readonly rateLimits: RateLimits;
  readonly guestChallenges: GuestChallenges;
}

export interface TooManyAttempts {
  readonly code: 'too_many_attempts';
  readonly until: EpochMs;
}

const VALID_FOR = 10 * MINUTE;
const TRIES = 5;

/**
 * A guest names an order and a contact of it, and gets a challenge: whoever reads the order's mail can answer
 * it. Nothing is looked up here. Whether the order exists is found out by a job, so that neither the answer
 * nor the time it takes tells.
 */
export async function askForGuestCode(
  deps: AskForCodeDeps,
  shop: ShopDomain,
  asked: { readonly orderName: string; readonly contact: string; readonly address: string },
): Promise<Result<ChallengeId, TooManyAttempts>> {
  const at = deps.clock.now();
  const { guestSecrets } = deps;
  const orderName = normalOrderName(asked.orderName);
  const contact = normalContact(asked.contact);
  const blocked = await deps.rateLimits.take(
    shop,
    [
      {
        digest: attemptDigest(guestSecrets, shop, 'ask from', asked.address),
        attempts: 10,
        perMs: 15 * MINUTE,
      },
      {
        digest: attemptDigest(guestSecrets, shop, 'ask for', orderName),
        attempts: 5,
        perMs: HOUR,
      },
      { digest: attemptDigest(guestSecrets, shop, 'ask as', contact), attempts: 5, perMs: HOUR },
    ],
    at,
  );
  if (blocked) return err({ code: 'too_many_attempts', until: blocked.blockedUntil });

  const id = deps.ids.uuid();
  await deps.guestChallenges.open(
    shop,
    {
      id,
      orderName,
      contactDigest: contactDigest(guestSecrets, shop, contact),
      tries: TRIES,
      at,
      expiresAt: at + VALID_FOR,
    },
    { job: { name: 'send-guest-code', shop, challengeId: id }, at },
  );
  return ok(id);
}
