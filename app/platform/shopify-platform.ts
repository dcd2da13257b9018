import type { Recipient } from '../application/mail/ports.ts';
import type { Clock } from '../application/shared/clock.ts';
import type { HowToRead, Platform } from '../application/shared/platform.ts';
import type { CancelJob } from '../domain/cancellation/seen/whose-cancel.ts';
import { parseOrderId, type ShopDomain } from '../domain/ids.ts';
import { toDecimal } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import { namedCollections } from '../domain/policy/document/named-collections.ts';
import { ok } from '../domain/result.ts';
import type { AdminClient } from './client/admin-client.ts';
import type {
  OrderFieldsFragment,
  ReadOrderForRefundQueryVariables,
  ReadRecipientQuery,
} from './admin-api.generated.ts';
import { answered, required } from './client/answer.ts';
import { READ_CANCEL_JOB } from './documents/order/read-cancel-job.ts';
import { READ_ORDER_FOR_REFUND } from './documents/order/read-order-for-refund.ts';
import { READ_INSTALLATION } from './documents/shop/read-installation.ts';
import { READ_ORDER_ID_OF } from './documents/order/read-order-id-of.ts';
import { READ_ORDER } from './documents/order/read-order.ts';
import { READ_ORDER_DETAILS } from './documents/order/read-order-details.ts';
import { READ_RECIPIENT } from './documents/order/read-recipient.ts';
import { orderDetails } from './reads/order/order-details.ts';
import { createNativeRequests } from './reads/order/requested-order-edits.ts';
import { suggestedRefundFacts } from './reads/order/payment-facts.ts';
import type { FetchFile } from './client/fetch-lines.ts';
import { createFlow } from './effects/flow.ts';
import { createOrderExports } from './reads/order-export.ts';
import { createOrderSnapshots } from './reads/order-snapshots.ts';
import { performEffect } from './effects/perform-effect.ts';
import { reading } from './client/platform-error.ts';
import { collectionsOf, noCollections } from './reads/product-collections.ts';
import { ordersTogether } from './reads/order/orders-together.ts';
import { readFacts } from './reads/order/read-facts.ts';
import { readsInOneGo } from './client/in-one-go.ts';
import { dutyInputs } from './effects/refunds/refund-input.ts';
import { createShopProfiles } from './reads/shop-profile.ts';
import type { ReadStaffAccess } from './reads/staff-access.ts';

/** The language of mails to customers of whom the platform knows none. */
const DEFAULT_LOCALE = 'en';

type Draft = HowToRead['draft'];

/** The platform as the use cases see it, over the Admin API. */
export function createShopifyPlatform({
  client,
  clock,
  readStaffAccess,
  fetchFile = (url, init) => globalThis.fetch(url, init),
  namesCollections = () => Promise.resolve(true),
}: {
  readonly client: AdminClient;
  readonly clock: Clock;
  readonly readStaffAccess: ReadStaffAccess;
  readonly fetchFile?: FetchFile;
  /** Whether any policy of the shop names a collection: if none does, no order's facts hold any. */
  readonly namesCollections?: (shop: ShopDomain) => Promise<boolean>;
}): Platform {
  const inOneGo = readsInOneGo(client);
  const readNativeRequests = createNativeRequests(client, clock);
  const collectionsFor = async (counted: AdminClient, shop: ShopDomain, draft?: Draft) =>
    (draft && namedCollections(draft).length > 0) || (await namesCollections(shop))
      ? collectionsOf(counted, shop)
      : noCollections;
  const factsOf = async (
    counted: AdminClient,
    shop: ShopDomain,
    order: OrderFieldsFragment,
    asked: Parameters<typeof readFacts>[3],
    draft?: Draft,
  ) => readFacts(counted, shop, order, asked, await collectionsFor(counted, shop, draft));
  const readAlone: Platform['readOrder'] = (shop, id, { draft } = {}) =>
    inOneGo<OrderFacts | null>(`${shop} ${id}`, async (counted) => {
      const readAt = clock.now();
      const answer = await counted.send(shop, READ_ORDER, { id });
      if (!answer.ok) return answer;
      const read = reading(false, () => answered(answer.value.order, 'QueryRoot.order'));
      if (!read.ok) return read;
      const asked = { readAt, shopTimeZone: answer.value.shop.ianaTimezone };
      return read.value ? factsOf(counted, shop, read.value, asked, draft) : ok(null);
    });
  const readWithOthers = ordersTogether({ client, clock, collectionsFor, alone: readAlone });
  return {
    ...createShopProfiles(client, clock),
    ...createOrderSnapshots(client),
    ...createOrderExports(client, fetchFile),
    ...createFlow(client),
    readStaffAccess,

    readOrder: (shop, id, how = {}) =>
      how.toShow && !how.draft ? readWithOthers(shop, id) : readAlone(shop, id, how),

    readOrderForRefund: (shop, id, plan) =>
      inOneGo(`${shop} ${id}`, async (counted) => {
        const readAt = clock.now();
        const answer = await counted.send(shop, READ_ORDER_FOR_REFUND, { id, ...askedOf(plan) });
        if (!answer.ok) return answer;
        const read = reading(false, () => {
          const order = answered(answer.value.order, 'QueryRoot.order');
          return (
            order && {
              order,
              suggested: suggestedRefundFacts(
                required(order.suggestedRefund, 'Order.suggestedRefund'),
                order,
              ),
            }
          );
        });
        if (!read.ok) return read;
        if (!read.value) return ok(null);
        const { order, suggested } = read.value;
        const asked = { readAt, shopTimeZone: answer.value.shop.ianaTimezone };
        const facts = await factsOf(counted, shop, order, asked);
        return facts.ok ? ok({ order: facts.value, suggested }) : facts;
      }),

    async readOrderIdOf(shop, fulfillmentOrderId) {
      const answer = await client.send(shop, READ_ORDER_ID_OF, { fulfillmentOrderId });
      if (!answer.ok) return answer;
      return reading(false, () => {
        const found = answered(answer.value.fulfillmentOrder, 'QueryRoot.fulfillmentOrder');
        return found && required(parseOrderId(found.orderId), 'FulfillmentOrder.orderId');
      });
    },

    async readCancelJob(shop, jobResultId) {
      const answer = await client.send(shop, READ_CANCEL_JOB, { id: jobResultId });
      if (!answer.ok) return answer;
      return reading(false, (): CancelJob | null => {
        const node = answered(answer.value.node, 'QueryRoot.node');
        return node && 'done' in node ? { done: node.done, errors: node.errors } : null;
      });
    },

    perform: (shop, orderId, effect, key, texts) =>
      performEffect(client, shop, orderId, effect, key, texts),

    async readOrderDetails(shop, orderId) {
      const [answer, requests] = await Promise.all([
        client.send(shop, READ_ORDER_DETAILS, { id: orderId }),
        readNativeRequests(shop, orderId),
      ]);
      return answer.ok ? reading(false, () => orderDetails(answer.value, requests)) : answer;
    },

    async readInstallation(shop) {
      const answer = await client.send(shop, READ_INSTALLATION, {});
      if (!answer.ok) return answer;
      const { accessScopes } = answer.value.currentAppInstallation;
      return ok({ scopes: accessScopes.map(({ handle }) => handle) });
    },

    async readRecipient(shop, orderId) {
      const answer = await client.send(shop, READ_RECIPIENT, { id: orderId });
      return answer.ok ? reading(false, () => recipient(answer.value)) : answer;
    },
  };
}

/**
 * The plan as a question to the platform. How the units would be restocked changes no amount; `CANCEL` says
 * that they were not sent.
 */
function askedOf({
  selection,
  lines,
  shipping,
}: Parameters<Platform['readOrderForRefund']>[2]): Omit<ReadOrderForRefundQueryVariables, 'id'> {
  if (selection.kind === 'order') return { everything: true };
  return {
    everything: false,
    lines: lines.map(({ lineItemId, quantity }) => ({
      lineItemId,
      quantity,
      restockType: 'CANCEL' as const,
    })),
    shippingAmount: toDecimal(shipping.amount),
    duties: dutyInputs(lines),
  };
}

function recipient(answer: ReadRecipientQuery): Recipient | null {
  const order = answered(answer.order, 'QueryRoot.order');
  if (!order) return null;
  return {
    shopName: answer.shop.name,
    shopEmail: answer.shop.contactEmail,
    storefrontUrl: answer.shop.primaryDomain.url.replace(/\/$/, ''),
    orderName: order.name,
    orderStatusUrl: order.statusPageUrl,
    email: order.email,
    firstName: order.customer?.firstName ?? null,
    locale: order.customerLocale ?? DEFAULT_LOCALE,
  };
}
