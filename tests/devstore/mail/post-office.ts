import type { Actor } from '../world/model.ts';
import type { World } from '../world/contracts/contract.ts';
import type { Mailbox } from './mailbox.ts';
import type { Submission } from './smtp-listener.ts';

/**
 * Brings mail into the mailbox and into the world's ledger: what the app submits over SMTP, and
 * what Shopify itself sends, which the world writes down in the ledger alone.
 */
export class PostOffice {
  readonly #world: World;
  readonly #mailbox: Mailbox;
  /** The last ledger row looked at for Shopify's own mail. */
  #lastSeq = 0;

  constructor(world: World, mailbox: Mailbox) {
    this.#world = world;
    this.#mailbox = mailbox;
  }

  /** Records the submission, and delivers it to each recipient when the server accepted it. */
  receive({ message, recipients, accepted }: Submission): void {
    const about = orderNamedIn(this.#world, message, recipients);
    const common = {
      shop: about?.shop ?? null,
      orderId: about?.orderId ?? null,
      actor: submitter(this.#world),
    };
    const messageId = message.messageId ?? '';
    const { subject, from } = message;
    this.#world.ledger.append({
      ...common,
      kind: 'mail.submitted',
      messageId,
      from,
      to: recipients,
      subject,
      accepted,
    });
    if (!accepted) return;
    for (const mailbox of recipients) {
      const delivered = this.#mailbox.deliver(message, {
        mailbox,
        source: 'app',
        deliveredAt: this.#world.now(),
        shop: common.shop,
        orderId: common.orderId,
      });
      if (delivered === null) continue;
      this.#world.ledger.append({
        ...common,
        kind: 'mail.delivered',
        messageId,
        to: delivered.mailbox,
        subject,
      });
    }
  }

  /** Fetches what Shopify itself has sent since the last call. */
  collectPlatformMail(): void {
    for (const entry of this.#world.ledger.since(this.#lastSeq)) {
      this.#lastSeq = entry.seq;
      if (entry.kind !== 'mail.platform') continue;
      const shop = entry.shop === null ? undefined : this.#world.shops.get(entry.shop);
      this.#mailbox.deliver(
        {
          messageId: `<platform-${entry.seq}@devstore.example.com>`,
          from: shop ? `${shop.name} <${shop.email}>` : 'no-reply@example.com',
          to: entry.to,
          subject: entry.subject,
          text: entry.text,
          html: null,
        },
        {
          mailbox: entry.to,
          source: 'platform',
          deliveredAt: entry.at,
          shop: entry.shop,
          orderId: entry.orderId,
        },
      );
    }
  }
}

/**
 * The order a mail is about: the one whose name (`#1042`) its subject, or else its text, gives.
 * Where shops share a name, the one whose customer is among the recipients; null when that leaves
 * more than one.
 */
function orderNamedIn(
  world: World,
  message: { subject: string; text: string },
  recipients: readonly string[],
): { shop: string; orderId: number } | null {
  const addressed = new Set(recipients.map((address) => address.toLowerCase()));
  for (const text of [message.subject, message.text]) {
    const names = new Set(text.match(/[#\w][\w-]*/g));
    if (names.size === 0) continue;
    const named = [...world.shops.values()].flatMap((shop) =>
      [...shop.orders.values()]
        .filter((order) => names.has(order.name))
        .map((order) => ({ shop: shop.domain, orderId: order.id, email: order.email })),
    );
    const theirs = named.filter(({ email }) => email && addressed.has(email.toLowerCase()));
    const [only, ...others] = theirs.length > 0 ? theirs : named;
    if (only && others.length === 0) return { shop: only.shop, orderId: only.orderId };
  }
  return null;
}

/** The app, where there is exactly one that can have been it. */
function submitter(world: World): Actor {
  const [app, ...others] = world.apps.list();
  return app && others.length === 0
    ? { kind: 'app', appId: app.id, title: app.spec.title }
    : { kind: 'platform' };
}
