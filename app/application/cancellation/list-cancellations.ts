import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { type ListCursor, type ListPage, readListPage } from '../shared/list-page.ts';
import type { CancellationFilter, CancellationStore, CancellationSummary } from './ports.ts';
import type { OrderMirror } from '../order/ports.ts';
import type { PolicyStore } from '../policy/ports.ts';
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

/** Whose page this is, and its neighbours. */
export type InboxPage = Inbox & Pick<ListPage<unknown>, 'previous' | 'next'>;

/** More than a person answers at one sitting; the rest moves up as these are answered. */
const INBOX_SIZE = 50;
const SHORT_LIST = 10;

/**
 * A page of what waits for a person: cancellations that cannot go on by themselves, then requests to answer. The
 * first page where the cursor leads nowhere.
 */
export async function readInbox(
  deps: CancellationListDeps,
  shop: ShopDomain,
  cursor: ListCursor | null = null,
): Promise<InboxPage> {
  const [policy, { items, previous, next }] = await Promise.all([
    deps.policies.current(shop),
    readListPage(cursor, (from) => deps.store.waiting(shop, { cursor: from, limit: INBOX_SIZE })),
  ]);
  const [waiting = []] = await withRecords(deps.store, shop, [items]);
  const of = (status: CancellationStatus) =>
    waiting.filter(({ summary }) => summary.status === status);
  return {
    policy,
    inReview: of('in_review'),
    needAttention: of('needs_attention'),
    previous,
    next,
  };
}

export interface Home extends Inbox {
  readonly moneyOnItsWay: readonly ListedCancellation[];
  readonly latest: readonly ListedCancellation[];
  /** Of which there are more than are listed. */
  readonly hasMore: Readonly<Record<'inReview' | 'needAttention' | 'moneyOnItsWay', boolean>>;
  readonly ordersCopied: boolean;
}

const HOME_LISTS = {
  inReview: { statuses: ['in_review'], limit: INBOX_SIZE },
  needAttention: { statuses: ['needs_attention'], limit: INBOX_SIZE },
  moneyOnItsWay: { statuses: ['refunding', 'verifying'], limit: SHORT_LIST },
} as const;

/** The state of things at a glance. */
export async function readHome(
  deps: CancellationListDeps & { readonly orders: OrderMirror },
  shop: ShopDomain,
): Promise<Home> {
  const { inReview, needAttention, moneyOnItsWay } = HOME_LISTS;
  const short = [inReview, needAttention, moneyOnItsWay];
  // One more than is shown tells whether there are more.
  const wanted = short.map((list) => ({ ...list, limit: list.limit + 1 }));
  const [policy, lists, watermark] = await Promise.all([
    deps.policies.current(shop),
    readLists(deps.store, shop, [...wanted, { limit: SHORT_LIST }]),
    deps.orders.watermark(shop),
  ]);
  const [asked = [], stuck = [], refunds = [], latest = []] = lists;
  return {
    policy,
    inReview: asked.slice(0, inReview.limit),
    needAttention: stuck.slice(0, needAttention.limit),
    moneyOnItsWay: refunds.slice(0, moneyOnItsWay.limit),
    latest,
    hasMore: {
      inReview: asked.length > inReview.limit,
      needAttention: stuck.length > needAttention.limit,
      moneyOnItsWay: refunds.length > moneyOnItsWay.limit,
    },
    ordersCopied: watermark !== null,
  };
}

async function readLists(
  store: CancellationStore,
  shop: ShopDomain,
  filters: readonly CancellationFilter[],
): Promise<readonly (readonly ListedCancellation[])[]> {
  return withRecords(store, shop, await store.lists(shop, filters));
}

/** One that went while the lists were read is in none of them. */
async function withRecords(
  store: CancellationStore,
  shop: ShopDomain,
  lists: readonly (readonly CancellationSummary[])[],
): Promise<readonly (readonly ListedCancellation[])[]> {
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
