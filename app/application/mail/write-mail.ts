import type { MailTemplate } from '../../domain/cancellation/events.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import { type WaysBack, plannedWaysBack, waysBackOf } from '../../domain/cancellation/ways-back.ts';
import { type ShopDomain, legacyNumberOf } from '../../domain/ids.ts';
import { type Money, add, isPositive } from '../../domain/money.ts';
import type { RefundPlan, RefundShare } from '../../domain/refund/plan/refund-plan.ts';
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

/**
 * The mail that a plan sends once it is carried out, as far as anybody can know before; null when the customer left
 * no address. What a gateway refuses or takes its time over is not in it.
 *
 * @param noteToCustomer empty for none
 */
export function writePlannedMail(
  plan: RefundPlan,
  noteToCustomer: string,
  key: string,
  recipient: Recipient,
): Mail | null {
  const { email, firstName, ...order } = recipient;
  if (email === null) return null;
  const note = noteToCustomer.trim() === '' ? null : noteToCustomer;
  const money = { keepsNothing: false, onItsWay: false };
  const content = cancelledContent(plan, plannedWaysBack(plan), money, note);
  return { key, to: { email, firstName }, ...order, content };
}

const cancelled = (state: Cancellation, texts: CancellationTexts): MailContent =>
  cancelledContent(
    state.plan.refund,
    waysBackOf(state),
    {
      keepsNothing: state.withoutRefund,
      onItsWay: state.money?.outcome === 'on_its_way',
    },
    texts.noteToCustomer,
  );

function cancelledContent(
  refund: RefundPlan,
  { payments, byHand, credit }: WaysBack,
  { keepsNothing, onItsWay }: { readonly keepsNothing: boolean; readonly onItsWay: boolean },
  note: string | null,
): MailContent {
  return {
    template: 'cancelled',
    items: itemsOf({ plan: { refund } }),
    fee: positive(refund.fee),
    kept: keepsNothing ? null : keptOf(refund),
    refunds: payments.map(asLine),
    byHand: byHand.map(asLine),
    released: refund.releases.map(asLine),
    storeCredit: positive(credit),
    onItsWay,
    note,
  };
}

/** What of the order it is about; null for the whole of it. */
const itemsOf = ({
  plan: { refund },
}: {
  readonly plan: { readonly refund: RefundPlan };
}): readonly MailItem[] | null =>
  refund.selection.kind === 'lines'
    ? refund.lines.map(({ title, quantity }) => ({ title, quantity }))
    : null;

/**
 * Withheld by choice, or taken for a deal that the rest no longer earns. While the bank looks into the payment
 * nobody keeps it: whoever wins the dispute does.
 */
const keptOf = ({ lostDeals, withheld }: RefundPlan): Money | null =>
  positive(lostDeals.reduce((kept, { amount }) => add(kept, amount), withheld));

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
