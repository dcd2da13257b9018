import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type {
  CancellationStore,
  CancellationSummary,
  OrderMirror,
  PolicyStore,
} from '../shared/ports.ts';
import { type CancellationRecord, readRecord } from './cancellation-record.ts';

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

/** What waits for a person: requests to answer, and cancellations that cannot go on by themselves. */
export async function readInbox(deps: CancellationListDeps, shop: ShopDomain): Promise<Inbox> {
  const [policy, inReview, needAttention] = await Promise.all([
    deps.policies.current(shop),
    listed(deps.store, shop, ['in_review'], INBOX_SIZE),
    listed(deps.store, shop, ['needs_attention'], INBOX_SIZE),
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
  const [inbox, moneyOnItsWay, latest, watermark] = await Promise.all([
    readInbox(deps, shop),
    listed(deps.store, shop, ['refunding', 'verifying'], SHORT_LIST),
    listed(deps.store, shop, undefined, SHORT_LIST),
    deps.orders.watermark(shop),
  ]);
  return { ...inbox, moneyOnItsWay, latest, ordersCopied: watermark !== null };
}

async function listed(
  store: CancellationStore,
  shop: ShopDomain,
  statuses: readonly CancellationStatus[] | undefined,
  limit: number,
): Promise<ListedCancellation[]> {
  const summaries = await store.list(shop, statuses ? { statuses, limit } : { limit });
  const records = await Promise.all(summaries.map(({ id }) => readRecord(store, shop, id)));
  return summaries.flatMap((summary, index) => {
    const record = records[index];
    return record ? [{ summary, record }] : [];
  });
}
