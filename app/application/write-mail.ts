import type { MailTemplate } from '../domain/cancellation/events.ts';
import type { Cancellation } from '../domain/cancellation/state.ts';
import { isPositive } from '../domain/money.ts';
import type { RefundShare } from '../domain/refund/plan.ts';
import type { CancellationTexts, MailContent, Mail, Recipient } from './ports.ts';

/**
 * The mail about a cancellation, in facts; null when the customer left no address. It says only what is
 * known: money that was merely authorized is released, not refunded; money the shop hands back is not
 * called sent; a refund the gateway has not confirmed is on its way.
 */
export function writeMail(
  state: Cancellation,
  template: MailTemplate,
  key: string,
  recipient: Recipient,
  texts: CancellationTexts,
): Mail | null {
  const { email, firstName, ...order } = recipient;
  if (email === null) return null;
  const content = template === 'cancelled' ? cancelled(state, texts) : declined(state, texts);
  return { key, to: { email, firstName }, ...order, content };
}

function cancelled(state: Cancellation, texts: CancellationTexts): MailContent {
  const { refund } = state.plan;
  const inCredit = refund.method === 'store_credit' && isPositive(refund.amount);
  const byHand = (share: RefundShare) => share.isManual || state.settledByHand;
  return {
    template: 'cancelled',
    refunds: inCredit ? [] : refund.shares.filter((share) => !byHand(share)).map(asLine),
    byHand: inCredit ? [] : refund.shares.filter(byHand).map(asLine),
    released: refund.releases.map(asLine),
    storeCredit: inCredit ? refund.amount : null,
    onItsWay: state.money?.outcome === 'on_its_way',
    note: texts.noteToCustomer,
  };
}

function declined(state: Cancellation, texts: CancellationTexts): MailContent {
  return {
    template: 'declined',
    why: state.turnedBack?.why.code ?? 'staff_declined',
    note: texts.noteToCustomer,
  };
}

const asLine = ({ gatewayName, amount }: Pick<RefundShare, 'gatewayName' | 'amount'>) => ({
  gatewayName,
  amount,
});
