/** The mails the platform itself sends to a customer. */
import type { PlatformMailTemplate } from '../contracts/contract.ts';
import type { Actor, Order, Shop } from '../model.ts';
import type { Kernel } from '../kernel.ts';

/** Nothing is sent, and nothing fails, when the order has no address to write to. */
export function sendPlatformMail(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  actor: Actor,
  mail: {
    readonly template: PlatformMailTemplate;
    readonly subject: string;
    readonly text: string;
  },
): void {
  if (order.email === null) return;
  kernel.ledger.append({
    kind: 'mail.platform',
    shop: shop.domain,
    orderId: order.id,
    actor,
    to: order.email,
    ...mail,
  });
}
