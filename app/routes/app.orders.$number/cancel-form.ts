import { compare, isPositive, parseMoney } from '../../domain/money.ts';
import { type Refusal, explain } from '../../domain/refusal.ts';
import type { RefusedBody } from '../../presentation/shopper-view.ts';
import type { StaffCancelBody, StaffCancelOffer } from '../../presentation/staff-view.ts';

/** What can be cancelled and how, as the server offers it. */
export type CancelOffer = Extract<StaffCancelOffer, { available: true }>;

export type CancelField = 'amount' | 'method' | 'reason';

/** What is wrong with the form: at a field, or with the whole of it. */
export interface CancelFaults {
  readonly fields: Readonly<Partial<Record<CancelField, string>>>;
  readonly other: RefusedBody['refusals'];
}

export const NO_FAULTS: CancelFaults = { fields: {}, other: [] };

const FIELD_OF_REFUSAL: Readonly<Partial<Record<string, CancelField>>> = {
  amount_malformed: 'amount',
  amount_not_positive: 'amount',
  amount_above_maximum: 'amount',
  amount_changed: 'amount',
  store_credit_needs_customer: 'method',
  unknown_reason: 'reason',
} satisfies Partial<Record<Refusal['code'], CancelField>>;

/** The form as it opens: everything refundable goes back the way it came, and the customer is told. */
export function initialForm(offer: CancelOffer): StaffCancelBody {
  const reason = offer.reasons.find(({ value }) => value === 'CUSTOMER') ?? offer.reasons[0];
  return {
    issueRefund: hasRefundable(offer),
    amount: offer.maximum,
    method: 'original',
    restock: offer.restockByDefault,
    reason: reason?.value ?? '',
    notify: true,
    noteToCustomer: '',
    internalNote: '',
  };
}

export const hasRefundable = (offer: CancelOffer): boolean => {
  const maximum = parseMoney(offer.maximum, offer.currencyCode);
  return maximum !== null && isPositive(maximum);
};

/** Checks the form as the server will, in the server's words. The server's own check is the one that counts. */
export function checkForm(form: StaffCancelBody, offer: CancelOffer): CancelFaults {
  const faults: Refusal[] = [];
  if (form.issueRefund) {
    const fault = amountFault(form.amount, offer);
    if (fault) faults.push(fault);
  }
  if (!offer.reasons.some(({ value }) => value === form.reason)) {
    faults.push({ code: 'unknown_reason' });
  }
  return faultsOf(faults.map((fault) => ({ code: fault.code, message: explain(fault).staff })));
}

function amountFault(text: string, offer: CancelOffer): Refusal | null {
  const amount = parseMoney(text.trim(), offer.currencyCode);
  const maximum = parseMoney(offer.maximum, offer.currencyCode);
  if (!amount || !maximum) return { code: 'amount_malformed' };
  if (!isPositive(amount)) return { code: 'amount_not_positive' };
  return compare(amount, maximum) > 0 ? { code: 'amount_above_maximum', maximum } : null;
}

/** Puts each refusal where the staff member can mend it. */
export function faultsOf(refusals: RefusedBody['refusals']): CancelFaults {
  const fields: Partial<Record<CancelField, string>> = {};
  const other: { code: string; message: string }[] = [];
  for (const refusal of refusals) {
    const field = FIELD_OF_REFUSAL[refusal.code];
    if (field) fields[field] ??= refusal.message;
    else other.push(refusal);
  }
  return { fields, other };
}

export const hasFaults = ({ fields, other }: CancelFaults): boolean =>
  other.length > 0 || Object.keys(fields).length > 0;
