import type { Actor, ShopDomain, World } from 'devstore/world';

import type { Mailer } from '../../../app/application/mail/ports.ts';
import { err, ok } from '../../../app/domain/result.ts';
import type { Chance } from '../chance.ts';

/**
 * A mail server and the customer's mailbox behind it. The server may refuse, or take a mail and lose the
 * connection before saying so. The mailbox drops a mail whose Message-ID it has already, as the local
 * platform's does (tests/devstore/mail).
 */
export function createPostbox(o: {
  world: World;
  shop: ShopDomain;
  sender: Actor;
  chance: Chance;
  troubled: () => boolean;
}): Mailer {
  const { world, shop, chance } = o;
  const delivered = new Set<string>();
  const orders = [...(world.shops.get(shop)?.orders.values() ?? [])];
  return {
    send: async (mail) => {
      const messageId = `<${mail.key}@unorder>`;
      const failure = (mayHaveApplied: boolean) =>
        err({
          kind: 'mail_failed' as const,
          code: null,
          message: 'The mail server did not take the mail.',
          mayHaveApplied,
          retryAfter: null,
        });
      const orderId = orders.find((o) => o.name === mail.orderName)?.id ?? null;
      const common = { shop, orderId, actor: o.sender };
      const accepted = !(o.troubled() && chance.happens(0.1));
      const subject = mail.content.template;
      world.ledger.append({
        ...common,
        kind: 'mail.submitted',
        messageId,
        from: 'orders@example.com',
        to: [mail.to.email],
        subject,
        accepted,
      });
      if (!accepted) return failure(false);
      if (!delivered.has(messageId)) {
        delivered.add(messageId);
        world.ledger.append({
          ...common,
          kind: 'mail.delivered',
          messageId,
          to: mail.to.email,
          subject,
        });
      }
      return o.troubled() && chance.happens(0.05) ? failure(true) : ok(null);
    },
  };
}
