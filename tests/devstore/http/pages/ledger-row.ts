import type { LedgerEntry, MoneyMovement } from '../../world/contracts/contract.ts';
import { formatAmount } from './page-format.ts';

/** What a row of the ledger is about; the ledger page filters and colours by it. */
export type LedgerTopic = 'money' | 'stock' | 'order' | 'mail';

export const LEDGER_TOPICS: readonly { topic: LedgerTopic; label: string }[] = [
  { topic: 'money', label: 'Money' },
  { topic: 'stock', label: 'Stock' },
  { topic: 'order', label: 'Orders and fulfillment' },
  { topic: 'mail', label: 'Mail' },
];

/** A ledger entry in words. */
export interface LedgerRow {
  topic: LedgerTopic;
  /** Something failed or was refused. */
  trouble: boolean;
  what: string;
  detail: string;
  /** The amount or the number of units, with its sign; empty where nothing was counted. */
  change: string;
  direction: 'in' | 'out' | null;
}

const MONEY_WORDS: Readonly<Record<MoneyMovement, string>> = {
  'money.authorized': 'Payment authorised',
  'money.captured': 'Payment captured',
  'money.voided': 'Authorisation voided',
  'money.authorization_expired': 'Authorisation expired',
  'money.refund_pending': 'Refund under way',
  'money.refunded': 'Refund paid out',
  'money.refund_failed': 'Refund failed',
  'money.payment_pending': 'Payment pending',
  'money.payment_failed': 'Payment failed',
  'money.declined': 'Declined by the gateway',
};
const MONEY_TROUBLE: ReadonlySet<string> = new Set([
  'money.authorization_expired',
  'money.refund_failed',
  'money.payment_failed',
  'money.declined',
]);

/** The names of a shop's places and goods, by id. */
export interface LedgerNames {
  locations: ReadonlyMap<number, { name: string }>;
  inventoryItems: ReadonlyMap<number, { sku: string }>;
}

/** Puts `entry` into words; `shop` gives its locations and items their names. */
export function ledgerRow(entry: LedgerEntry, shop: LedgerNames | null): LedgerRow {
  const row = (
    topic: LedgerTopic,
    what: string,
    detail: string,
    more: Partial<Pick<LedgerRow, 'change' | 'direction' | 'trouble'>> = {},
  ): LedgerRow => ({ topic, what, detail, change: '', direction: null, trouble: false, ...more });

  switch (entry.kind) {
    case 'stock.moved': {
      const item = shop?.inventoryItems.get(entry.inventoryItemId);
      const location = shop?.locations.get(entry.locationId);
      return row(
        'stock',
        `Stock ${lower(entry.quantityName)}`,
        `${item?.sku ?? entry.inventoryItemId} at ${location?.name ?? entry.locationId}: ${lower(entry.reason)}`,
        {
          change: `${entry.delta < 0 ? '\u2212' : '+'}${Math.abs(entry.delta)}`,
          direction: entry.delta < 0 ? 'out' : 'in',
        },
      );
    }
    case 'store_credit.credited':
      return row('money', 'Store credit given', `account ${entry.accountId}`, {
        change: formatAmount(entry.amount),
        direction: 'out',
      });
    case 'order.created':
      return row('order', 'Order placed', '', { change: formatAmount(entry.total) });
    case 'order.cancel_requested':
      return row('order', 'Cancellation started', `job ${entry.jobId}`);
    case 'order.cancelled':
      return row(
        'order',
        'Order cancelled',
        `reason ${lower(entry.reason)}, ${entry.restock ? 'restocked' : 'not restocked'}`,
      );
    case 'order.cancel_failed':
      return row('order', 'Cancellation failed', entry.code, { trouble: true });
    case 'order.deleted':
      return row('order', 'Order deleted', '');
    case 'order.edited':
      return row('order', 'Order edited', `${entry.removedUnits} off, ${entry.addedUnits} on`);
    case 'refund.created':
      return row('order', 'Refund recorded', keyDetail(entry.idempotencyKey), {
        change: formatAmount(entry.amount),
      });
    case 'hold.placed':
    case 'hold.released':
      return row(
        'order',
        entry.kind === 'hold.placed' ? 'Hold placed' : 'Hold released',
        `${entry.handle || 'hold'} on fulfillment order ${entry.fulfillmentOrderId}`,
      );
    case 'fulfillment.created':
    case 'fulfillment.cancelled':
      return row(
        'order',
        entry.kind === 'fulfillment.created' ? 'Shipped' : 'Fulfillment cancelled',
        `fulfillment order ${entry.fulfillmentOrderId}`,
        { change: `${entry.units} ${entry.units === 1 ? 'unit' : 'units'}` },
      );
    case 'fulfillment_order.changed':
      return row(
        'order',
        `Fulfillment order ${lower(entry.status)}`,
        `request ${lower(entry.requestStatus)}: ${entry.why}`,
      );
    case 'mail.platform':
      return row('mail', 'Mail from Shopify', `\u201c${entry.subject}\u201d to ${entry.to}`);
    case 'mail.submitted':
      return row(
        'mail',
        entry.accepted ? 'Mail handed in' : 'Mail refused',
        `\u201c${entry.subject}\u201d to ${entry.to.join(', ')}`,
        { trouble: !entry.accepted },
      );
    case 'mail.delivered':
      return row('mail', 'Mail delivered', `\u201c${entry.subject}\u201d to ${entry.to}`);
    default:
      return row(
        'money',
        MONEY_WORDS[entry.kind],
        [
          entry.gateway,
          entry.recordedOnly && 'recorded only',
          entry.errorCode,
          keyDetail(entry.idempotencyKey),
        ]
          .filter(Boolean)
          .join(', '),
        {
          change: formatAmount(entry.amount),
          direction: entry.kind === 'money.refunded' ? 'out' : null,
          trouble: MONEY_TROUBLE.has(entry.kind),
        },
      );
  }
}

function keyDetail(idempotencyKey: string | null): string {
  return idempotencyKey === null ? '' : `key ${idempotencyKey}`;
}

/** `order_cancelled_restock` → `order cancelled restock` */
function lower(identifier: string): string {
  return identifier.replaceAll('_', ' ').toLowerCase();
}
