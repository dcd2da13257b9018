import type { StaffCancelBody, StaffCancelOffer } from '../../../app/presentation/staff-view.ts';

export type Offer = Extract<StaffCancelOffer, { available: true }>;

/** Fields whose content the app would refuse, with the key of the words for it. */
export type Problems = Partial<
  Record<'amount' | 'reason' | 'noteToCustomer' | 'internalNote', string>
>;

/**
 * The whole order, or what of it was not sent, by the admin's window; its items are chosen in the app.
 * Everything that can goes back the way it came, and the customer is notified. The reason is for staff to choose:
 * one that stands there already would say nothing.
 *
 * @param knownCancellationId the newest cancellation that is shown
 */
export function firstForm(offer: Offer, knownCancellationId: string | null): StaffCancelBody {
  const { selection, amountDecimal } = offer.quote;
  return {
    knownCancellationId,
    selection,
    // Of an order sent in part, what is left goes whole: nobody is asked about single items here.
    keepFreeItems: selection.kind === 'lines',
    issueRefund: offer.againstRefund.length === 0,
    amount: amountDecimal,
    method: 'original',
    restock: offer.restockByDefault,
    reason: '',
    notify: true,
    noteToCustomer: '',
    internalNote: '',
  };
}

/** Whether there is anything to refund. */
export function canRefund({ againstRefund, quote }: Offer): boolean {
  return againstRefund.length === 0 && isPositive(quote.maximum);
}

/** What can be told before asking the app, whose own check is the one that counts. */
export function problemsOf(form: StaffCancelBody, offer: Offer): Problems {
  const amount =
    form.issueRefund && canRefund(offer) ? amountProblem(form.amount, offer.quote.maximum) : null;
  return {
    ...(amount === null ? {} : { amount }),
    ...(form.notify && form.noteToCustomer.length > offer.noteLimits.toCustomer
      ? { noteToCustomer: 'form.tooLong' }
      : {}),
    ...(form.internalNote.length > offer.noteLimits.internal
      ? { internalNote: 'form.tooLong' }
      : {}),
  };
}

function amountProblem(amount: string, maximum: string): string | null {
  if (!/^\d+(\.\d+)?$/.test(amount)) return 'form.amountMalformed';
  if (!isPositive(amount)) return 'form.amountNotPositive';
  return isMore(amount, maximum) ? 'form.amountAboveMaximum' : null;
}

function isPositive(amount: string): boolean {
  return /[1-9]/.test(amount);
}

/** Compares decimal texts digit by digit: no amount is ever turned into a floating-point number. */
function isMore(one: string, other: string): boolean {
  const [left, right] = [parts(one), parts(other)];
  const whole = Math.max(left.whole.length, right.whole.length);
  const fraction = Math.max(left.fraction.length, right.fraction.length);
  const digits = (amount: { whole: string; fraction: string }) =>
    amount.whole.padStart(whole, '0') + amount.fraction.padEnd(fraction, '0');
  return digits(left) > digits(right);
}

function parts(amount: string): { whole: string; fraction: string } {
  const [whole = '', fraction = ''] = amount.split('.');
  return { whole, fraction };
}

/** Whether two decimal texts are the same amount: "12.5" and "12.50". */
export function isSameAmount(one: string, other: string): boolean {
  return !isMore(one, other) && !isMore(other, one);
}

/** The body to send: what belongs to an unticked box is left out, and everything is not named as an amount. */
export function bodyOf(form: StaffCancelBody, { quote }: Offer): StaffCancelBody {
  const isEverything = !form.issueRefund || isSameAmount(form.amount, quote.amountDecimal);
  return {
    ...form,
    amount: isEverything ? '' : form.amount,
    noteToCustomer: form.notify ? form.noteToCustomer : '',
  };
}
