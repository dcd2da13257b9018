import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { unreachable } from '../../domain/result.ts';
import { type Installation, readInstallation } from '../shop/installation.ts';
import type { Logger } from '../shared/log.ts';
import type { DataRequestStore, Installations, PrivacyStore } from '../shop/ports.ts';
import type { StoredWebhook, WebhookInbox, WebhookEvent } from './ports.ts';
import {
  type OrderEvent,
  type OrderReport,
  type OrderWebhookDeps,
  WebhookNotApplied,
  applyToOrder,
  isOfOrder,
  orderOf,
} from './webhooks-of-order.ts';

export interface WebhookDeps extends OrderWebhookDeps {
  readonly inbox: WebhookInbox;
  readonly installations: Installations;
  readonly log: Pick<Logger, 'warn'>;
  readonly privacy: PrivacyStore;
  readonly dataRequests: DataRequestStore;
}

/**
 * Applies stored webhooks of a shop; what several say of one order is taken together, for one change comes as many.
 * A webhook can be sent again under another shop, topic or time without its signature breaking, so at most it causes
 * a look: what ends or erases something is done once the platform confirms it, and no order comes into a list that
 * this shop does not show. Copies are guarded by the platform's own time of change, so it does not matter in which
 * order or how often webhooks come. A live cancellation of the order is told to look again: it reads the truth
 * itself, and its own webhooks tell it nothing that it does not know.
 *
 * Answers which could not be applied, and why: `WebhookNotApplied` when the platform has to be asked and does not
 * answer. Those that could are applied all the same.
 */
export async function applyWebhooks(
  deps: WebhookDeps,
  shop: ShopDomain,
  webhookIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const failed = new Map<string, unknown>();
  const webhooks = await loadEach(deps.inbox, shop, webhookIds, failed);
  const attempt = async (those: readonly StoredWebhook[], work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      for (const { webhookId } of those) failed.set(webhookId, error);
    }
  };

  const ofOrders = new Map<OrderId, OrderReport[]>();
  await Promise.all(
    webhooks.map((webhook) =>
      attempt([webhook], async () => {
        if (!isOfOrder(webhook.event)) return applyToShop(deps, shop, webhook, webhook.event);
        const orderId = await orderOf(deps, shop, webhook.topic, webhook.event);
        if (orderId === null) return;
        const report = { webhook, event: webhook.event };
        ofOrders.set(orderId, [...(ofOrders.get(orderId) ?? []), report]);
      }),
    ),
  );
  await Promise.all(
    [...ofOrders].map(([orderId, reports]) =>
      attempt(
        reports.map(({ webhook }) => webhook),
        () => applyToOrder(deps, shop, orderId, reports),
      ),
    ),
  );
  const applied = webhooks.map(({ webhookId }) => webhookId).filter((id) => !failed.has(id));
  if (applied.length > 0) await deps.inbox.markApplied(shop, applied, deps.clock.now());
  return failed;
}

/** One that cannot be read stops no other. */
async function loadEach(
  inbox: WebhookInbox,
  shop: ShopDomain,
  webhookIds: readonly string[],
  failed: Map<string, unknown>,
): Promise<readonly StoredWebhook[]> {
  try {
    return await inbox.load(shop, webhookIds);
  } catch (error) {
    const [only, ...others] = webhookIds;
    if (only === undefined || others.length > 0) {
      const each = webhookIds.map((id) => loadEach(inbox, shop, [id], failed));
      return (await Promise.all(each)).flat();
    }
    failed.set(only, error);
    return [];
  }
}

type ShopEvent = Exclude<WebhookEvent, OrderEvent>;

async function applyToShop(
  deps: WebhookDeps,
  shop: ShopDomain,
  { topic, triggeredAt }: StoredWebhook,
  event: ShopEvent,
): Promise<void> {
  switch (event.kind) {
    case 'stock_changed':
      return;
    case 'app_uninstalled': {
      const askedAt = deps.clock.now();
      const { installed } = await installation(deps, shop, topic);
      return installed
        ? deps.log.warn({ shop, topic }, 'a webhook says that the app is gone, and it is not')
        : deps.installations.uninstalled(shop, askedAt);
    }
    case 'scopes_changed': {
      const found = await installation(deps, shop, topic);
      return found.installed ? deps.installations.setScopes(shop, found.scopes) : undefined;
    }
    case 'customer_data_requested':
      return deps.dataRequests.record(shop, {
        id: event.requestId,
        customerId: event.customerId,
        orderIds: event.orderIds,
        requestedAt: triggeredAt,
      });
    case 'customer_to_redact':
      return deps.privacy.redactCustomer(shop, event);
    case 'shop_to_redact': {
      // It comes two days after the app was uninstalled, and not at all when it was installed again by then.
      const { installed } = await installation(deps, shop, topic);
      return installed
        ? deps.log.warn({ shop, topic }, 'a webhook asks to erase a shop that has the app')
        : deps.privacy.redactShop(shop);
    }
    default:
      return unreachable(event);
  }
}

async function installation(
  { platform }: WebhookDeps,
  shop: ShopDomain,
  topic: string,
): Promise<Installation> {
  const read = await readInstallation(platform, shop);
  if (!read.ok) throw new WebhookNotApplied(topic, read.error);
  return read.value;
}
