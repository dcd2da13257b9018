import type { ShopDomain } from '../../domain/ids.ts';
import { HOUR } from '../../domain/time.ts';
import { acceptedContacts, normalContact, normalOrderName } from './guest-contact.ts';
import { attemptDigest, codeDigest, contactDigest } from './digests.ts';
import type {
  ChallengeId,
  GuestChallenges,
  GuestOrders,
  GuestSecrets,
  OrderContact,
  RateLimits,
} from './ports.ts';
import type { Mailer } from '../mail/ports.ts';
import type { Clock, Ids } from '../shared/clock.ts';
import type { Platform, PlatformError } from '../shared/platform.ts';

export interface SendCodeDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly guestSecrets: GuestSecrets;
  readonly guestChallenges: GuestChallenges;
  readonly rateLimits: RateLimits;
  readonly guestOrders: GuestOrders;
  readonly platform: Pick<Platform, 'readRecipient'>;
  readonly mailer: Mailer;
}

/** To one mailbox, whoever asks for them: so that nobody can fill it, nor try more codes than these. */
const MOST_CODES = { attempts: 10, perMs: HOUR };

/**
 * Sends the code of a challenge to the order's own mail address, if the order exists and its buyer is
 * recognised. Tried again, it sends another code, and the first is void. Throws when the platform or the mail
 * server does not answer.
 */
export async function sendGuestCode(
  deps: SendCodeDeps,
  shop: ShopDomain,
  challengeId: ChallengeId,
): Promise<void> {
  const { guestChallenges, guestSecrets } = deps;
  const challenge = await guestChallenges.load(shop, challengeId, deps.clock.now());
  if (!challenge) return;
  const found = await deps.guestOrders.named(shop, challenge.orderName);
  if (!found.ok) throw failed(found.error);
  const isTheirs = (order: OrderContact) =>
    normalOrderName(order.name) === challenge.orderName &&
    acceptedContacts(order).some(
      (contact) => contactDigest(guestSecrets, shop, contact) === challenge.contactDigest,
    );
  const order = found.value.find(isTheirs);
  if (!order) return;
  const recipient = await deps.platform.readRecipient(shop, order.id);
  if (!recipient.ok) throw failed(recipient.error);
  if (!recipient.value?.email) return;

  const at = deps.clock.now();
  const mailbox = attemptDigest(
    guestSecrets,
    shop,
    'code to',
    normalContact(recipient.value.email),
  );
  const full = await deps.rateLimits.take(shop, [{ digest: mailbox, ...MOST_CODES }], at);
  // Nobody who asked is told: the answer to them was the same as ever.
  if (full) return;

  const code = guestSecrets.newCode();
  await guestChallenges.answerWith(shop, challengeId, {
    orderId: order.id,
    codeDigest: codeDigest(guestSecrets, shop, challengeId, code),
  });
  const { email, firstName, ...about } = recipient.value;
  const sent = await deps.mailer.send({
    ...about,
    key: `${deps.ids.uuid()}-guest-code`,
    to: { email, firstName },
    orderStatusUrl: null,
    content: { template: 'guest_code', code },
  });
  if (!sent.ok) throw failed(sent.error);
}

const failed = ({ kind, code, message }: PlatformError): Error =>
  new Error(`The code was not sent (${kind}, ${code}): ${message}`);
