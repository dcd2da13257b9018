import type { MailTemplate } from '../../domain/cancellation/events.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import { waysBackOf } from '../../domain/cancellation/ways-back.ts';
import { type ShopDomain, legacyNumberOf } from '../../domain/ids.ts';
import { type Money, add, isPositive } from '../../domain/money.ts';
import type { RefundShare } from '../../domain/refund/plan/refund-plan.ts';
import { unreachable } from '../../domain/result.ts';
import type { CancellationTexts } from '../cancellation/ports.ts';
import type { MailContent, MailItem, Mail, Recipient, StaffMail } from './ports.ts';
import type { ShopProfile } from '../shop/ports.ts';

/** Mails to the shop itself; all others go to the customer. */
export type StaffTemplate = 'request_waiting' | 'deadline_near';
type CustomerTemplate = Exclude<MailTemplate, StaffTemplate>;

export const isToStaff = (template: MailTemplate): template is StaffTemplate =>
  template === 'request_waiting' || template === 'deadline_near';

/** The mail to the shop about a request that waits for a person, in facts. */
export function writeStaffMail(
  state: Cancellation,
  template: StaffTemplate,
  key: string,
  about: {
    readonly shop: ShopDomain;
    readonly recipient: Recipient;
    readonly profile: ShopProfile;
    readonly staffMail: StaffMail;
  },
): Mail {
  const { shop, recipient, profile, staffMail } = about;
  const { refund } = state.plan;
  return {
    key,
    to: { email: staffMail.to ?? recipient.shopEmail, firstName: null },
    shopName: recipient.shopName,
    shopEmail: recipient.shopEmail,
    storefrontUrl: recipient.storefrontUrl,
    orderName: recipient.orderName,
    orderStatusUrl: null,
    locale: profile.locales.find(({ primary }) => primary)?.locale ?? 'en',
    content: {
      template,
      items: itemsOf(state),
      amount: add(refund.amount, refund.bonus),
      until: state.request.reviewDeadline,
      timeZone: profile.timeZone,
      url: staffMail.orderPage(shop, legacyNumberOf(state.orderId)),
    },
  };
}

/**
 * The mail about a cancellation, in facts; null when the customer left no address. It says only what is
 * known: money that was merely authorized is released, not refunded; money the shop hands back is not
 * called sent; a refund the gateway has not confirmed is on its way.
 */
export function writeMail(
  state: Cancellation,
  template: CustomerTemplate,
  key: string,
  recipient: Recipient,
  texts: CancellationTexts,
): Mail | null {
  const { email, firstName, ...order } = recipient;
  if (email === null) return null;
  return { key, to: { email, firstName }, ...order, content: contentOf(state, template, texts) };
}

function contentOf(
  state: Cancellation,
  template: CustomerTemplate,
  texts: CancellationTexts,
): MailContent {
  switch (template) {
    case 'received':
      return {
        template,
        items: itemsOf(state),
        waitsFor: state.status === 'in_review' ? 'shop' : 'bank',
      };
    case 'cancelled':
      return cancelled(state, texts);
    case 'declined':
      return declined(state, texts);
    case 'refund_failed':
      return {
        template,
        amount:
          state.attention?.what === 'refund_failed'
            ? state.attention.amount
            : state.plan.refund.amount,
      };
    default:
      return unreachable(template);
  }
}

function cancelled(state: Cancellation, texts: CancellationTexts): MailContent {
  const { refund } = state.plan;
  const { payments, byHand, credit } = waysBackOf(state);
  return {
    template: 'cancelled',
    items: itemsOf(state),
    fee: positive(refund.fee),
    kept: keptOf(state),
    refunds: payments.map(asLine),
    byHand: byHand.map(asLine),
    released: refund.releases.map(asLine),
    storeCredit: positive(credit),
    onItsWay: state.money?.outcome === 'on_its_way',
    note: texts.noteToCustomer,
  };
}

/** What of the order it is about; null for the whole of it. */
const itemsOf = ({ plan: { refund } }: Cancellation): readonly MailItem[] | null =>
  refund.selection.kind === 'lines'
    ? refund.lines.map(({ title, quantity }) => ({ title, quantity }))
    : null;

/**
 * Withheld by choice, or taken for a deal that the rest no longer earns. While the bank looks into the payment
 * nobody keeps it: whoever wins the dispute does.
 */
function keptOf({ plan: { refund }, withoutRefund }: Cancellation): Money | null {
  if (withoutRefund) return null;
  return positive(
    refund.lostDeals.reduce((kept, { amount }) => add(kept, amount), refund.withheld),
  );
}

const positive = (amount: Money): Money | null => (isPositive(amount) ? amount : null);

function declined(state: Cancellation, texts: CancellationTexts): MailContent {
  const why = state.turnedBack?.why;
  return {
    template: 'declined',
    items: itemsOf(state),
    why: why?.code ?? 'staff_declined',
    nextStep: why?.code === 'staff_declined' ? why.nextStep : null,
    note: texts.noteToCustomer,
  };
}

const asLine = ({ gatewayName, amount }: Pick<RefundShare, 'gatewayName' | 'amount'>) => ({
  gatewayName,
  amount,
});
