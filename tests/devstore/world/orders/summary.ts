/** Adds up what the ledger says about one order: what a judge compares an app's story with. */
import type { LedgerEntry, MoneyMovement, OrderSummary, World } from '../contracts/contract.ts';
import type { ShopDomain } from '../model.ts';

type MoneyEntry = Extract<LedgerEntry, { kind: MoneyMovement }>;
type StockEntry = Extract<LedgerEntry, { kind: 'stock.moved' }>;

export function summarizeOrder(world: World, shop: ShopDomain, orderId: number): OrderSummary {
  const entries = world.ledger.ofOrder(shop, orderId);
  const money = {
    captured: new Map<string, number>(),
    refunded: new Map<string, number>(),
    refundsPending: new Map<string, number>(),
    voided: new Map<string, number>(),
    recordedOnlyRefunds: new Map<string, number>(),
  };
  const add = (to: Map<string, number>, key: string, amount: number): void => {
    to.set(key, (to.get(key) ?? 0) + amount);
  };
  for (const { gateway, amount, kind, recordedOnly } of latestByTransaction(entries)) {
    if (kind === 'money.captured') add(money.captured, gateway, amount.minor);
    if (kind === 'money.voided') add(money.voided, gateway, amount.minor);
    if (kind === 'money.refund_pending') add(money.refundsPending, gateway, amount.minor);
    if (kind === 'money.refunded') {
      add(recordedOnly ? money.recordedOnlyRefunds : money.refunded, gateway, amount.minor);
    }
  }
  const restocked = new Map<string, number>();
  const platformMails = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind === 'stock.moved' && isRestock(entry)) {
      add(restocked, `${entry.locationId}:${entry.inventoryItemId}`, entry.delta);
    }
    if (entry.kind === 'mail.platform') add(platformMails, entry.template, 1);
  }
  const count = (kind: LedgerEntry['kind']): number =>
    entries.filter((entry) => entry.kind === kind).length;
  return {
    cancelRequests: count('order.cancel_requested'),
    cancels: count('order.cancelled'),
    refundRecords: count('refund.created'),
    captured: Object.fromEntries(money.captured),
    refunded: Object.fromEntries(money.refunded),
    refundsPending: Object.fromEntries(money.refundsPending),
    voided: Object.fromEntries(money.voided),
    recordedOnlyRefunds: Object.fromEntries(money.recordedOnlyRefunds),
    restocked: Object.fromEntries(restocked),
    openHolds: count('hold.placed') - count('hold.released'),
    shippedUnits: shippedUnits(entries),
    mails: {
      platform: Object.fromEntries(platformMails),
      submitted: count('mail.submitted'),
      delivered: count('mail.delivered'),
    },
  };
}

/** Each transaction's last word: a pending refund that has settled is no longer pending. */
function latestByTransaction(entries: readonly LedgerEntry[]): MoneyEntry[] {
  const latest = new Map<number, MoneyEntry>();
  for (const entry of entries) {
    if ('transactionId' in entry) latest.set(entry.transactionId, entry);
  }
  return [...latest.values()];
}

const RESTOCKS: ReadonlySet<StockEntry['reason']> = new Set([
  'order_cancelled_restock',
  'refund_restock',
  'order_edited_restock',
]);

/**
 * A correction counts where it names the order it was made for, and either way: it can take back what a refund
 * restocked.
 */
export function isRestock(entry: StockEntry): boolean {
  if (entry.quantityName !== 'available') return false;
  return entry.reason === 'correction' || (entry.delta > 0 && RESTOCKS.has(entry.reason));
}

function shippedUnits(entries: readonly LedgerEntry[]): number {
  let units = 0;
  for (const entry of entries) {
    if (entry.kind === 'fulfillment.created') units += entry.units;
    if (entry.kind === 'fulfillment.cancelled') units -= entry.units;
  }
  return units;
}
