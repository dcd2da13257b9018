import type { OrderFacts } from '../../order/facts.ts';
import {
  hasActiveReturn,
  needsRecall,
  openWorkOn,
  refusedRecall,
} from '../../order/fulfillment.ts';
import { hasPendingPayment } from '../../order/payment/payments.ts';
import {
  isAnythingSent,
  isEverythingSent,
  isOnlyLabelBought,
  openUnits,
  sentUnits,
} from '../../order/quantities.ts';
import { isPositive } from '../../money.ts';
import type { SelectedLine } from '../../refund/goods/selection.ts';
import type { Refusal } from '../../refusal.ts';

/**
 * What `orderCancel` documents that it refuses, asked before the click: cancelled already, anything sent, an
 * active return. A payment that no bank has answered is not among it: the cancellation waits for the answer.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/orderCancel
 */
export function againstWhole(order: OrderFacts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (order.cancelledAt !== null) refusals.push({ code: 'already_cancelled' });
  if (isAnythingSent(order)) refusals.push({ code: sentCode(order) });
  if (hasActiveReturn(order)) refusals.push({ code: 'active_return' });
  return refusals;
}

function sentCode(order: OrderFacts): 'already_fulfilled' | 'label_bought' | 'partly_fulfilled' {
  if (isOnlyLabelBought(order)) return 'label_bought';
  return isEverythingSent(order) ? 'already_fulfilled' : 'partly_fulfilled';
}

/**
 * What stands against taking any part of the order away. While a payment is pending nobody knows what a part
 * gives back; and what is not paid yet leaves an order by an edit, which the platform refuses for some orders
 * of other apps.
 */
export function againstAnyPart(order: OrderFacts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (order.cancelledAt !== null) refusals.push({ code: 'already_cancelled' });
  if (hasPendingPayment(order)) refusals.push({ code: 'payment_pending' });
  if (!order.isEditable && isPositive(order.outstanding)) refusals.push({ code: 'not_editable' });
  return refusals;
}

/** What stands against taking units of some lines away: the whole part's reasons and each line's. */
export function againstPartOf(
  order: OrderFacts,
  lines: readonly SelectedLine[],
): readonly Refusal[] {
  return [...againstAnyPart(order), ...lines.flatMap((selected) => againstLine(order, selected))];
}

/**
 * Units that were sent, or more than are left; and work that a fulfillment service has accepted, which it
 * gives back only as a whole.
 */
export function againstLine(
  order: OrderFacts,
  { lineItemId, quantity }: SelectedLine,
): readonly Refusal[] {
  const line = order.lines.find((known) => known.id === lineItemId);
  if (!line) return [{ code: 'selection_malformed' }];
  const refusals: Refusal[] = [];
  const available = openUnits(line);
  const sent = sentUnits(line);
  if (quantity > available) {
    if (sent === 0) refusals.push({ code: 'too_many_units', lineItemId, available });
    else if (isOnlyLabelBought(order)) refusals.push({ code: 'label_bought' });
    else refusals.push({ code: 'units_already_sent', lineItemId, sent });
  }
  if (openWorkOn(order, lineItemId).some((fo) => needsRecall(fo) || refusedRecall(fo))) {
    refusals.push({ code: 'work_at_fulfillment_service', lineItemId });
  }
  return refusals;
}
