import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { CountedDays, DayRange, HomePageStore, SetupState } from '../history/ports.ts';
import type { OrderMirror, OrderSnapshot } from '../order/ports.ts';
import type { Clock } from '../shared/clock.ts';
import { type ListPage, readListPage } from '../shared/list-page.ts';
import type { NamedStaff, StaffNames } from '../shop/ports.ts';
import type {
  CancellationFilter,
  CancellationStore,
  CancellationSummary,
  WaitingSearch,
} from './ports.ts';
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

/** One that waits for a person. */
export interface WaitingItem extends ListedCancellation {
  /** Whose order it is, as the lists know them; null where they do not know the order. */
  readonly customer: Pick<OrderSnapshot, 'customerName' | 'email'> | null;
  /** The staff member who looks after it. */
  readonly assignedTo: string | null;
}

/** A page of what waits, and its neighbours. */
export interface InboxPage extends Pick<ListPage<unknown>, 'previous' | 'next'> {
  readonly policy: Policy;
  /** Whom it can be assigned to. */
  readonly staff: readonly NamedStaff[];
  readonly inReview: readonly WaitingItem[];
  readonly needAttention: readonly WaitingItem[];
}

/** More than a person answers at one sitting; the rest moves up as these are answered. */
const INBOX_SIZE = 50;
const SHORT_LIST = 10;

/**
 * A page of what waits for a person: cancellations that cannot go on by themselves, then requests to answer, with who
 * looks after each and whose order it is. The first page where the cursor leads nowhere.
 */
export async function readInbox(
  deps: CancellationListDeps & {
    readonly orders: Pick<OrderMirror, 'getAll'>;
    readonly staffNames: Pick<StaffNames, 'list'>;
  },
  shop: ShopDomain,
  { cursor, ...search }: Omit<WaitingSearch, 'limit'>,
): Promise<InboxPage> {
  const [policy, staff, { items, previous, next }] = await Promise.all([
    deps.policies.current(shop),
    deps.staffNames.list(shop),
    readListPage(cursor, (from) =>
      deps.store.waiting(shop, { ...search, cursor: from, limit: INBOX_SIZE }),
    ),
  ]);
  const [listed, orders] = await Promise.all([
    withRecords(deps.store, shop, [items]),
    deps.orders.getAll(
      shop,
      items.map(({ orderId }) => orderId),
    ),
  ]);
  const assignees = new Map(items.map(({ id, assignedTo }) => [id, assignedTo]));
  const waiting = listed.flat().map((one) => ({
    ...one,
    customer: orders.get(one.summary.orderId) ?? null,
    assignedTo: assignees.get(one.summary.id) ?? null,
  }));
  const of = (status: CancellationStatus) =>
    waiting.filter(({ summary }) => summary.status === status);
  return {
    policy,
    staff,
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
  readonly counted: CountedDays;
  readonly setup: SetupState;
}

const HOME_LISTS = {
  inReview: { statuses: ['in_review'], limit: INBOX_SIZE },
  needAttention: { statuses: ['needs_attention'], limit: INBOX_SIZE },
  moneyOnItsWay: { statuses: ['refunding', 'verifying'], limit: SHORT_LIST },
} as const;

/** The state of things at a glance. */
export async function readHome(
  deps: CancellationListDeps & { readonly home: HomePageStore; readonly clock: Clock },
  shop: ShopDomain,
  range: DayRange,
): Promise<Home> {
  const { inReview, needAttention, moneyOnItsWay } = HOME_LISTS;
  const short = [inReview, needAttention, moneyOnItsWay];
  // One more than is shown tells whether there are more.
  const wanted = short.map((list) => ({ ...list, limit: list.limit + 1 }));
  const [policy, lists, state] = await Promise.all([
    deps.policies.current(shop),
    readLists(deps.store, shop, [...wanted, { limit: SHORT_LIST }]),
    deps.home.read(shop, range, deps.clock.now()),
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
    ...state,
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
