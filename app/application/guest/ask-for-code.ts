import type { ShopDomain } from '../../domain/ids.ts';
import { type EpochMs, HOUR, MINUTE } from '../../domain/time.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { normalContact, normalOrderName } from './guest-contact.ts';
import { type AttemptKind, attemptDigest, contactDigest } from './digests.ts';
import type { ChallengeId, GuestChallenges, GuestSecrets, RateLimits } from './ports.ts';
import type { Clock, Ids } from '../shared/clock.ts';

export interface AskForCodeDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly guestSecrets: GuestSecrets;
  readonly rateLimits: RateLimits;
  readonly guestChallenges: GuestChallenges;
}

interface Asked {
  readonly orderName: string;
  readonly contact: string;
  /** The network they ask from. */
  readonly address: string;
}

export interface TooManyAttempts {
  readonly code: 'too_many_attempts';
  readonly until: EpochMs;
}

const VALID_FOR = 10 * MINUTE;
const TRIES = 5;

/**
 * Who asks too often, by where they ask from. Neither an order number nor a contact has a limit of its own:
 * whoever knows one of them could use that up and lock the order's owner out. What a stranger could do to the
 * owner is send them mails, and those are counted when one is sent. In the shop as a whole a place's first
 * questions are never refused because of what others do.
 */
async function blockedUntil(
  { rateLimits, guestSecrets }: AskForCodeDeps,
  shop: ShopDomain,
  { address, orderName, contact }: Asked,
  at: EpochMs,
): Promise<EpochMs | null> {
  const of = (kind: AttemptKind, subject: string, attempts: number, perMs: number) => ({
    digest: attemptDigest(guestSecrets, shop, kind, subject),
    attempts,
    perMs,
  });
  await rateLimits.forgetOver(at, shop);
  const here = await rateLimits.take(
    shop,
    [
      of('ask from', address, 10, 15 * MINUTE),
      of('ask from for', JSON.stringify([address, orderName, contact]), 5, HOUR),
    ],
    at,
  );
  if (here) return here.blockedUntil;
  const first = await rateLimits.take(shop, [of('ask first from', address, 2, 15 * MINUTE)], at);
  if (!first) return null;
  const crowd = await rateLimits.take(shop, [of('ask in crowd', '', 300, 15 * MINUTE)], at);
  return crowd && crowd.blockedUntil;
}

/**
 * A guest names an order and a contact of it, and gets a challenge: whoever reads the order's mail can answer
 * it. Nothing is looked up here. Whether the order exists is found out by a job, so that neither the answer
 * nor the time it takes tells.
 */
export async function askForGuestCode(
  deps: AskForCodeDeps,
  shop: ShopDomain,
  asked: Asked,
): Promise<Result<ChallengeId, TooManyAttempts>> {
  const at = deps.clock.now();
  const { guestSecrets } = deps;
  const orderName = normalOrderName(asked.orderName);
  const contact = normalContact(asked.contact);
  const until = await blockedUntil(deps, shop, { ...asked, orderName, contact }, at);
  if (until !== null) return err({ code: 'too_many_attempts', until });

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
