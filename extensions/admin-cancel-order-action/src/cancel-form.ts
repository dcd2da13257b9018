import {
  type Notation,
  type WrittenFault,
  readNumber,
} from '../../../app/contract/written-number.ts';
import type { StaffCancelOffer } from '../../../app/contract/staff/staff-view.ts';
import type { StaffCancelBody } from '../../../app/contract/staff/staff-bodies.ts';

export type Offer = Extract<StaffCancelOffer, { available: true }>;

/** Fields whose content the app would refuse, with the key of the words for it. */
export type Problems = Partial<
  Record<'amount' | 'reason' | 'noteToCustomer' | 'internalNote', string>
>;

/** The window as it is filled in. */
export interface StaffCancelForm extends StaffCancelBody {
  readonly amount: string;
}

/**
 * The whole order, or what of it was not sent, by the admin's window; its items are chosen in the app.
 * Everything that can goes back the way it came, and the customer is notified. The reason is for staff to choose:
 * one that stands there already would say nothing.
 *
 * @param knownCancellationId the newest cancellation that is shown
 */
export function firstForm(offer: Offer, knownCancellationId: string | null): StaffCancelForm {
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

/**
 * What can be told before asking the app, whose own check is the one that counts.
 *
 * @param notation how the admin writes numbers
 */
export function problemsOf(form: StaffCancelForm, offer: Offer, notation: Notation): Problems {
  const amount = form.issueRefund && canRefund(offer) ? amountProblem(form, offer, notation) : null;
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

const FAULTS: Readonly<Record<WrittenFault, string>> = {
  missing: 'form.amountMissing',
  not_a_number: 'form.amountMalformed',
  negative: 'form.amountNegative',
  exponent: 'form.amountMalformed',
  ambiguous: 'form.amountAmbiguous',
  too_many_decimals: 'form.amountTooFine',
  too_long: 'form.amountAboveMaximum',
};

function amountProblem(form: StaffCancelForm, offer: Offer, notation: Notation): string | null {
  const read = readAmount(form, offer, notation);
  if (!read.ok) return FAULTS[read.fault];
  if (!isPositive(read.decimal)) return 'form.amountNotPositive';
  return isMore(read.decimal, offer.quote.maximum) ? 'form.amountAboveMaximum' : null;
}

/** The amount that is filled in; as the window opened it, it is the app's own text and not a person's. */
function readAmount(
  { amount }: StaffCancelForm,
  { quote, currencyCode }: Offer,
  notation: Notation,
) {
  if (amount === quote.amountDecimal) return { ok: true, decimal: amount } as const;
  const decimals = parts(quote.maximum).fraction.length;
  return readNumber(amount, notation, decimals, [currencyCode]);
}

/** An amount of the offer's currency as the admin writes it, to show how one looks. */
export function exampleOf({ quote }: Offer, format: (number: number, decimals: number) => string) {
  const decimals = parts(quote.maximum).fraction.length;
  return format(decimals === 0 ? 12_345 : 1_234.5, decimals);
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

/** The amount that is filled in, as decimal text; as it stands when it cannot be read. */
export function amountOf(form: StaffCancelForm, offer: Offer, notation: Notation): string {
  const read = readAmount(form, offer, notation);
  return read.ok ? read.decimal : form.amount;
}

/** The language of decimal texts: a point, and nothing between groups. */
const DECIMAL_TEXT = 'en';

/**
 * The body to send: what belongs to an unticked box is left out, and everything is not named as an amount. What
 * cannot be read is sent as it stands, for the app to refuse.
 */
export function bodyOf(form: StaffCancelForm, offer: Offer, notation: Notation): StaffCancelBody {
  const amount = amountOf(form, offer, notation);
  const isEverything =
    !form.issueRefund || !canRefund(offer) || isSameAmount(amount, offer.quote.amountDecimal);
  return {
    ...form,
    amount: isEverything ? null : amount,
    locale: DECIMAL_TEXT,
    noteToCustomer: form.notify ? form.noteToCustomer : '',
  };
}
