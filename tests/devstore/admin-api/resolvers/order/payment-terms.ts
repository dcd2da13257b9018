/** `Order.paymentTerms`: one schedule, for the whole order. */
import type { Context } from '../../context.ts';
import { gid } from '../../../world/gid.ts';
import type { Order } from '../../../world/model.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../../connection.ts';
import { money } from '../../inputs/money-bag.ts';

export function paymentTerms(order: Order, _args: unknown, { kernel }: Context): object | null {
  const terms = order.paymentTerms;
  if (terms === null) return null;
  const owed = Math.max(0, totals.totalOutstanding(order));
  const due = owed > 0 && kernel.now() >= terms.dueAt;
  const balance = money(owed, order.presentmentCurrency);
  const schedule = {
    id: gid('PaymentSchedule', terms.scheduleId),
    amount: balance,
    balanceDue: balance,
    totalBalance: balance,
    issuedAt: iso(terms.issuedAt),
    dueAt: iso(terms.dueAt),
    completedAt: owed === 0 ? iso(order.updatedAt) : null,
    due,
  };
  return {
    id: gid('PaymentTerms', terms.id),
    paymentTermsName: terms.name,
    translatedName: terms.name,
    paymentTermsType: 'NET',
    dueInDays: terms.dueInDays,
    due,
    overdue: due,
    order,
    draftOrder: null,
    paymentSchedules: (args: ConnectionArgs) => connection([schedule], args, ({ id }) => id),
  };
}
