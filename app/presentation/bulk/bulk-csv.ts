import type { BulkSeen } from '../../application/bulk/read-bulk.ts';
import { offerOf } from '../../domain/bulk/bulk.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { toDecimal } from '../../domain/money.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalTexts } from '../refusal/staff-refusal.ts';
import { orderStateWords } from './present-bulk.ts';

/**
 * What became of each order of a bulk, one line each, in the order in which they were chosen, also of those that were
 * never reached: comma-separated, amounts with a point, codes beside words. A text that a spreadsheet would take for
 * a formula gets an apostrophe; an amount is a number and stays one.
 */
export function bulkCsv(seen: BulkSeen, messages: Messages<'staff'>): string {
  const { bulk, orders, statuses } = seen;
  const issueRefund = bulk.confirmed?.choice.issueRefund ?? true;
  const lines = orders.map((order) => {
    const offer = order.plan && offerOf(order.plan, issueRefund);
    const amount = offer?.ok ? offer.amount : null;
    const refusals =
      order.refusals.length > 0 || !offer || offer.ok ? order.refusals : offer.refusals;
    const reached = order.status === 'opened' ? statuses.get(order.orderId) : undefined;
    return [
      textCell(order.orderName ?? ''),
      textCell(legacyNumberOf(order.orderId)),
      textCell(reached ?? order.status),
      textCell(orderStateWords(order, seen, messages).statusLabel),
      amount ? toDecimal(amount) : '',
      textCell(amount?.currencyCode ?? ''),
      textCell(refusals.map(({ code }) => code).join(' ')),
      textCell(staffRefusalTexts(refusals, messages).join(' ')),
    ];
  });
  return [HEADINGS, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** As machines read them, the same in every language. */
const HEADINGS = [
  'order',
  'order_id',
  'status',
  'status_text',
  'refund',
  'currency',
  'refusal_codes',
  'refusal_text',
];

/** Source: https://owasp.org/www-community/attacks/CSV_Injection */
function textCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
