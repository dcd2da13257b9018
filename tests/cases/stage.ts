import {
  createScenarioShop,
  type OrderTraits,
  type ScenarioShop,
  type ScenarioShopOptions,
  seedOrder,
} from 'devstore/seed';
import {
  type App,
  type Order,
  type OrderSummary,
  type ProtectedData,
  summarizeOrder,
} from 'devstore/world';

import { resumeCancellation } from '../../app/application/cancellation/answer-request.ts';
import {
  type CancellationRecord,
  readLatest,
} from '../../app/application/cancellation/cancellation-record.ts';
import type { Mail } from '../../app/application/mail/ports.ts';
import type { Logger } from '../../app/application/shared/log.ts';
import type { Platform } from '../../app/application/shared/platform.ts';
import { quoteCancellation } from '../../app/application/cancellation/open/quote-cancellation.ts';
import {
  type WantedCancellation,
  readShopperOrder,
} from '../../app/application/order/read-shopper-order.ts';
import type { Shopper } from '../../app/application/order/shopper.ts';
import { readStaffOrder } from '../../app/application/order/read-staff-order.ts';
import { askedByShopper } from '../../app/application/cancellation/open/asked-by-shopper.ts';
import {
  type StaffMember,
  type StaffRequest,
  askedByStaff,
} from '../../app/application/cancellation/open/asked-by-staff.ts';
import { openCancellation } from '../../app/application/cancellation/open/open-cancellation.ts';
import { syncOrders } from '../../app/application/order/sync-orders.ts';
import type { AttentionChoice } from '../../app/domain/cancellation/events.ts';
import type { CustomerId, LineItemId, OrderId, ShopDomain } from '../../app/domain/ids.ts';
import { add } from '../../app/domain/money.ts';
import type { PolicyDocument, Rule } from '../../app/domain/policy/document/policy.ts';
import type { Selection } from '../../app/domain/refund/goods/selection.ts';
import { ok } from '../../app/domain/result.ts';
import { MINUTE } from '../../app/domain/time.ts';
import { mailAsText } from '../../app/notifications/mail-as-text.ts';
import { textOf } from '../../app/notifications/mail.ts';
import { type Fetch, createAdminClient } from '../../app/platform/client/admin-client.ts';
import { createShopifyPlatform } from '../../app/platform/shopify-platform.ts';
import { createMemoryDatabase } from '../simulation/adapters/memory-database.ts';
import { runJob } from '../simulation/run-job.ts';
import type { Stage as Platformed } from '../simulation/run-seed.ts';
import { loadStage } from '../simulation/stage.ts';
import { receiveDelivery } from '../simulation/adapters/webhook-carrier.ts';
import { OWNER as OWNER_ACCESS } from '../support/facts/staff-access.ts';

/**
 * One order of a small shop on the local Shopify, and the whole app around it but its processes: use cases,
 * engine, platform code, webhook endpoint. Time is the world's; nothing happens unless `settle` lets it.
 */
export interface Stage {
  readonly scene: ScenarioShop;
  readonly order: Order;
  readonly orderId: OrderId;
  readonly deps: ReturnType<typeof appOn>;
  /** What the app wrote to the customer, as plain text, oldest first. */
  readonly mails: readonly string[];
  /** The order as its customer sees it. */
  offer(shopper?: Shopper): ReturnType<typeof readShopperOrder>;
  quote(wanted?: Partial<WantedCancellation>): ReturnType<typeof quoteCancellation>;
  /** The customer asks for what the window shows them. */
  request(wanted?: Partial<WantedCancellation>): ReturnType<typeof openCancellation>;
  /** Staff cancel; by default the whole order, with everything given back and the customer told. */
  cancel(choice?: Partial<StaffRequest>, by?: StaffMember): ReturnType<typeof openCancellation>;
  resume(
    choice: AttentionChoice,
    proof?: string,
    by?: StaffMember,
  ): ReturnType<typeof resumeCancellation>;
  /** The order as a staff member sees it. */
  seenBy(by: StaffMember): ReturnType<typeof readStaffOrder>;
  /** Lets the world and the app run for a while (10 minutes unless told otherwise). */
  settle(milliseconds?: number): Promise<void>;
  /** What webhooks missed is found by looking. */
  reconcile(): Promise<void>;
  /** The order's newest cancellation; throws when there is none. */
  record(): Promise<CancellationRecord>;
  /** What really happened, by the ledger. */
  ledger(): OrderSummary;
  /** A selection of units by the lines' positions. */
  units(...quantities: readonly number[]): Selection;
  savePolicy(change: PolicyChange): Promise<void>;
}

interface PolicyChange {
  readonly rule?: Partial<Rule>;
  readonly document?: Partial<PolicyDocument>;
}

export interface Setting extends OrderTraits {
  readonly shop?: ScenarioShopOptions;
  /** Changes of the default policy and of its only rule, saved before the order is placed. */
  readonly policy?: PolicyChange;
  /** What Shopify has approved the app for; everything when left out. */
  readonly protectedData?: ProtectedData;
}

/** The shop's owner, on the app's own page. */
export const OWNER: StaffMember = {
  actor: { kind: 'staff', staffId: '1' },
  channel: 'app',
  access: OWNER_ACCESS,
};
const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

let platformed: Promise<Platformed> | null = null;

/** Opens a shop with one order in it; what is left out is a paid order of two mugs by a signed-in customer. */
export async function openStage({
  shop,
  policy,
  protectedData,
  ...traits
}: Setting = {}): Promise<Stage> {
  platformed ??= loadStage();
  const { execute, registration } = await platformed;
  const scene = createScenarioShop(shop);
  const { world } = scene;
  const domain = scene.domain as ShopDomain;
  const app = world.apps.register({
    clientId: 'unorder',
    clientSecret: 'unorder-secret',
    title: 'Unorder',
    handle: 'unorder',
    applicationUrl: 'https://unorder.example',
    webhookApiVersion: '2026-10',
    scopes: registration.scopes,
    webhookSubscriptions: registration.webhookSubscriptions,
    ...(registration.flow && { flow: registration.flow }),
    ...(protectedData && { protectedData }),
  });
  world.apps.install('unorder', scene.domain);
  const mails: string[] = [];
  const deps = appOn(scene, app, execute, mails);

  const savePolicy = async ({ rule = {}, document = {} }: PolicyChange): Promise<void> => {
    const { version, ...present } = await deps.policies.current(domain);
    const [first, ...others] = present.rules;
    if (!first) throw new Error('A policy has a rule');
    const changed = { ...present, rules: [{ ...first, ...rule }, ...others], ...document };
    const saved = await deps.policies.save(
      domain,
      version,
      changed,
      { kind: 'system' },
      world.now(),
    );
    if (saved === 'conflict') throw new Error('Nobody else saves policies here');
  };
  if (policy) await savePolicy(policy);

  const order = seedOrder(scene, traits);
  const orderId = `gid://shopify/Order/${order.id}` as OrderId;
  const customer: Shopper =
    order.customerId === null
      ? { kind: 'guest' }
      : {
          kind: 'customer',
          customerId: `gid://shopify/Customer/${order.customerId}` as CustomerId,
        };
  const latest = () => readLatest(deps.store, domain, orderId);
  const wantedOf = (wanted: Partial<WantedCancellation>): WantedCancellation => ({
    selection: { kind: 'order' },
    method: 'original',
    ...wanted,
  });

  return {
    scene,
    order,
    orderId,
    deps,
    mails,
    savePolicy,
    offer: (shopper = customer) => readShopperOrder(deps, domain, shopper, orderId),
    quote: (wanted = {}) => quoteCancellation(deps, domain, customer, orderId, wantedOf(wanted)),
    async request(wanted = {}) {
      const quoted = await quoteCancellation(deps, domain, customer, orderId, wantedOf(wanted));
      if (!quoted.ok) return quoted;
      const { amount, bonus } = quoted.value.quote.plan;
      const channel = customer.kind === 'guest' ? 'guest_page' : 'order_page';
      const asker = askedByShopper(customer, channel, {
        ...wantedOf(wanted),
        known: (await latest())?.state.id ?? null,
        reasonId: 'changed_mind',
        comment: '',
        shown: add(amount, bonus),
      });
      return openCancellation(deps, domain, orderId, asker);
    },
    async cancel(choice = {}, by = OWNER) {
      const asker = askedByStaff(by, {
        known: (await latest())?.state.id ?? null,
        selection: { kind: 'order' },
        keepFreeItems: false,
        issueRefund: true,
        amount: null,
        locale: 'en',
        method: 'original',
        restock: true,
        reason: 'CUSTOMER',
        notify: true,
        noteToCustomer: '',
        internalNote: '',
        ...choice,
      });
      return openCancellation(deps, domain, orderId, asker);
    },
    async resume(choice, proof = 'Handed over in person.', by = OWNER) {
      const record = await latest();
      if (!record) throw new Error('There is no cancellation to go on with');
      return resumeCancellation(deps, domain, record.state.id, by, { choice, proof });
    },
    seenBy: (by) => readStaffOrder(deps, domain, orderId, ok(by.access)),
    settle: (milliseconds = 10 * MINUTE) =>
      settle(deps, scene, app, scene.world.now() + milliseconds),
    async reconcile() {
      await syncOrders(deps, domain);
    },
    async record() {
      const record = await latest();
      if (!record) throw new Error('The order has no cancellation');
      return record;
    },
    ledger: () => summarizeOrder(world, scene.domain, order.id),
    units: (...quantities) => ({
      kind: 'lines',
      lines: order.lines.flatMap((line, index) => {
        const quantity = quantities[index] ?? 0;
        const lineItemId = `gid://shopify/LineItem/${line.id}` as LineItemId;
        return quantity > 0 ? [{ lineItemId, quantity }] : [];
      }),
    }),
  };
}

/** The app's own parts on the local Shopify, as its container puts them together. */
function appOn({ world }: ScenarioShop, app: App, execute: Platformed['execute'], mails: string[]) {
  const database = createMemoryDatabase();
  let uuids = 0;
  return {
    database,
    clock: { now: () => world.now() },
    ids: {
      uuid: () => `00000000-0000-7000-8000-${String((uuids += 1)).padStart(12, '0')}`,
    },
    ownMail: true,
    log: silent,
    platform: platformOn(world, app, execute),
    store: database.cancellations,
    policies: database.policies,
    orders: database.orders,
    unreadable: database.unreadable,
    inbox: database.inbox,
    installations: database.installations,
    privacy: database.privacy,
    dataRequests: database.dataRequests,
    staffNames: database.staffNames,
    queue: database.queue,
    mailer: {
      send: async (mail: Mail) => {
        mails.push(mailAsText(textOf(mail)));
        return ok(null);
      },
    },
  };
}

function platformOn(
  world: ScenarioShop['world'],
  app: App,
  execute: Platformed['execute'],
): Platform {
  const carry: Fetch = async (url, init) => {
    const { host: shop, pathname } = new URL(url);
    const { query, variables, operationName } = JSON.parse(init.body) as {
      query: string;
      variables: Record<string, unknown>;
      operationName: string;
    };
    const answer = execute(world, {
      shop,
      accessToken: new Headers(init.headers).get('x-shopify-access-token'),
      apiVersion: pathname.split('/')[3] ?? '',
      query,
      variables,
      operationName,
    });
    if (answer.lost) throw new TypeError('fetch failed');
    const text = answer.malformedText ?? JSON.stringify(answer.body);
    return new Response(text, { status: answer.status, headers: { ...answer.headers } });
  };
  const tokens = {
    get: async (shop: string) => {
      const issued = world.apps.issueToken({
        clientId: app.spec.clientId,
        shop,
        expiring: false,
      });
      if ('error' in issued) throw new Error(issued.error);
      return ok(issued.accessToken);
    },
    rejected: async () => {},
  };
  return createShopifyPlatform({
    client: createAdminClient({ fetch: carry, tokens }),
    clock: world,
    readStaffAccess: async () => ok(OWNER.access),
  });
}

/** Webhooks, jobs and whatever the platform does by itself, in order of their time, up to an instant. */
async function settle(
  deps: ReturnType<typeof appOn>,
  { world }: ScenarioShop,
  app: App,
  until: number,
): Promise<void> {
  for (;;) {
    const deliveries = world.webhooks.takeDue(50);
    for (const delivery of deliveries) {
      world.webhooks.report(delivery.id, { status: await receiveDelivery(deps, app, delivery) });
    }
    const jobs = deps.database.takeJobs(world.now(), 50);
    for (const job of jobs) {
      try {
        await runJob(deps, job.job);
      } catch (error) {
        // As the queue does it: what the platform did not answer is tried again later.
        if (!(error instanceof Error && 'retryAfter' in error)) throw error;
        deps.database.retry(job, world.now());
      }
    }
    if (deliveries.length + jobs.length > 0) continue;
    const next = Math.min(
      deps.database.nextJobAt() ?? Infinity,
      world.nextHappeningAt() ?? Infinity,
    );
    if (next > until) break;
    world.advanceTo(Math.max(next, world.now()));
  }
  world.advanceTo(Math.max(until, world.now()));
}
