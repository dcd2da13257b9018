import type { OrderSnapshot, ReportedOrder } from '../order/ports.ts';

/** What becomes of the app's copy of an order when webhooks report it, whatever the order they came in. */
export function mergeReports(
  known: OrderSnapshot,
  reports: readonly ReportedOrder[],
): MergedReport {
  return reports
    .toSorted((a, b) => a.updatedAt - b.updatedAt)
    .reduce<MergedReport>(
      (merged, reported) => {
        const { store, inDoubt } = mergeReport(merged.store ?? known, reported);
        return { store: store ?? merged.store, inDoubt: merged.inDoubt || inDoubt };
      },
      { store: null, inDoubt: false },
    );
}

/** What becomes of the app's copy of an order when a webhook reports it. */
export interface MergedReport {
  /** To be stored; null when the copy stays as it is. */
  readonly store: OrderSnapshot | null;
  /** The report alone does not settle what is true: the order has to be read. */
  readonly inDoubt: boolean;
}

/**
 * A webhook's report against what is known. Reports come in any order, and `updated_at` counts seconds: of two
 * reports of one second nobody can say which is the older one, so the copy stays and the order is read. A
 * report knows less than a read: it has no word for work that is held or in progress, and may lack the
 * customer. What it does not say erases nothing.
 * Source: https://shopify.dev/docs/api/admin-rest/latest/resources/order (fulfillment_status: null, partial,
 * fulfilled, restocked)
 */
export function mergeReport(known: OrderSnapshot, reported: ReportedOrder): MergedReport {
  if (reported.updatedAt < known.updatedAt) return { store: null, inDoubt: false };
  const fulfillmentStatus = finer(known.fulfillmentStatus, reported.fulfillmentStatus);
  const { tags, ...said } = reported;
  const told: OrderSnapshot = {
    ...said,
    customerId: reported.customerId ?? known.customerId,
    customerName: reported.customerName ?? known.customerName,
    email: reported.email ?? known.email,
    fulfillmentStatus,
    ...traitsOf(known, tags),
  };
  const isNewer = reported.updatedAt > known.updatedAt;
  const isNews =
    SAID.some((field) => told[field] !== known[field]) ||
    !sameTotal(told, known) ||
    JSON.stringify(told.traits) !== JSON.stringify(known.traits);
  if (!isNewer) return { store: null, inDoubt: isNews };
  return { store: told, inDoubt: fulfillmentStatus !== reported.fulfillmentStatus };
}

const SAID = [
  'name',
  'customerId',
  'customerName',
  'email',
  'cancelledAt',
  'financialStatus',
  'fulfillmentStatus',
] as const satisfies readonly (keyof OrderSnapshot)[];

/** A report says tags at most; of an order whose traits were never read it settles nothing. */
const traitsOf = (
  { traits }: OrderSnapshot,
  tags: ReportedOrder['tags'],
): Pick<OrderSnapshot, 'traits'> => (traits ? { traits: tags ? { ...traits, tags } : traits } : {});

const sameTotal = ({ total: a }: OrderSnapshot, { total: b }: OrderSnapshot): boolean =>
  a.minor === b.minor && a.currencyCode === b.currencyCode;

/** Statuses for which webhooks have a word of their own; every other reads "not fulfilled" there. */
const IN_REPORTS: readonly (string | null)[] = ['FULFILLED', 'PARTIALLY_FULFILLED', 'RESTOCKED'];

/** The known status as long as the report can mean it. */
function finer(known: string | null, reported: string | null): string | null {
  const vague = reported === null || reported === 'UNFULFILLED';
  return vague && known !== null && !IN_REPORTS.includes(known) ? known : reported;
}
