import type { ShopDomain } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type {
  CancellationFilter,
  CancellationStore,
  CancellationSummary,
  OrderMirror,
  PolicyStore,
} from '../shared/ports.ts';
import { type CancellationRecord, readRecords } from './cancellation-record.ts';

export interface CancellationListDeps {
  readonly store: CancellationStore;
  readonly policies: PolicyStore;
}

/** A cancellation in a list, with all that is stored of it. */
export interface ListedCancellation {
  readonly summary: CancellationSummary;
  readonly record: CancellationRecord;
}

export interface Inbox {
  readonly policy: Policy;
  readonly inReview: readonly ListedCancellation[];
  readonly needAttention: readonly ListedCancellation[];
}

/** More than a person answers at one sitting; the rest moves up as these are answered. */
const INBOX_SIZE = 50;
const SHORT_LIST = 10;

const TO_ANSWER = { statuses: ['in_review'], limit: INBOX_SIZE } as const;
const TO_LEAD_ON = { statuses: ['needs_attention'], limit: INBOX_SIZE } as const;
const MONEY_ON_ITS_WAY = { statuses: ['refunding', 'verifying'], limit: SHORT_LIST } as const;

/** What waits for a person: requests to answer, and cancellations that cannot go on by themselves. */
export async function readInbox(deps: CancellationListDeps, shop: ShopDomain): Promise<Inbox> {
  const [policy, [inReview = [], needAttention = []]] = await Promise.all([
    deps.policies.current(shop),
    readLists(deps.store, shop, [TO_ANSWER, TO_LEAD_ON]),
  ]);
  return { policy, inReview, needAttention };
}

export interface Home extends Inbox {
  readonly moneyOnItsWay: readonly ListedCancellation[];
  readonly latest: readonly ListedCancellation[];
  readonly ordersCopied: boolean;
}

/** The state of things at a glance. */
export async function readHome(
  deps: CancellationListDeps & { readonly orders: OrderMirror },
  shop: ShopDomain,
): Promise<Home> {
  const wanted = [TO_ANSWER, TO_LEAD_ON, MONEY_ON_ITS_WAY, { limit: SHORT_LIST }];
  const [policy, lists, watermark] = await Promise.all([
    deps.policies.current(shop),
    readLists(deps.store, shop, wanted),
    deps.orders.watermark(shop),
  ]);
  const [inReview = [], needAttention = [], moneyOnItsWay = [], latest = []] = lists;
  return {
    ...{ policy, inReview, needAttention, moneyOnItsWay, latest },
    ordersCopied: watermark !== null,
  };
}

/** One that went while the lists were read is in none of them. */
async function readLists(
  store: CancellationStore,
  shop: ShopDomain,
  filters: readonly CancellationFilter[],
): Promise<readonly (readonly ListedCancellation[])[]> {
  const lists = await store.lists(shop, filters);
  const records = await readRecords(
    store,
    shop,
    lists.flat().map(({ id }) => id),
  );
  return lists.map((list) =>
    list.flatMap((summary) => {
      const record = records.get(summary.id);
      return record ? [{ summary, record }] : [];
    }),
  );
}
