import { isPositive, parseMoney } from '../../../domain/money.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { OrderCancelReason } from '../../../domain/policy/document/policy.ts';
import type {
  ChangeOffer,
  StaffCancelOffer,
  StaffRefusal,
} from '../../../contract/staff/staff-view.ts';
import type { StaffCancelBody, StaffQuoteBody } from '../../../contract/staff/staff-bodies.ts';
import { type ChosenUnits, selectionOf, unitsIn } from './chosen-units.ts';

/** What can be cancelled and how, as the server offers it. */
export type CancelOffer = Extract<StaffCancelOffer, { available: true }>;

/** The popup as it is filled in. */
export interface CancelForm {
  readonly scope: 'order' | 'lines';
  /** Kept while the whole order is chosen, so that changing one's mind loses nothing. */
  readonly units: ChosenUnits;
  readonly keepFreeItems: boolean;
  readonly issueRefund: boolean;
  /** As it is typed; null follows what the choice gives back. */
  readonly amount: string | null;
  readonly method: 'original' | 'store_credit';
  readonly restock: boolean;
  readonly reason: string;
  readonly notify: boolean;
  readonly noteToCustomer: string;
  readonly internalNote: string;
}

/**
 * The form as it opens: everything that can be goes back the way it came, and the customer is notified. The reason
 * is for staff to choose: one that stands there already would say nothing. Where a customer asked, it is theirs.
 */
export function initialForm(offer: CancelOffer, asked: AskedFor | null = null): CancelForm {
  const form: CancelForm = {
    scope: offer.quote.selection.kind,
    units: unitsIn(offer.quote.selection),
    keepFreeItems: false,
    issueRefund: offer.againstRefund.length === 0,
    amount: null,
    method: 'original',
    restock: offer.restockByDefault,
    reason: '',
    notify: true,
    noteToCustomer: '',
    internalNote: '',
  };
  if (!asked) return form;
  return {
    ...form,
    scope: asked.selection.kind,
    units: unitsIn(asked.selection),
    method: asked.method,
    restock: asked.restock,
    reason: 'CUSTOMER' satisfies OrderCancelReason,
  };
}

/** What a customer asked for: the form begins with it when staff change a request. */
export type AskedFor = ChangeOffer['asked'];

/** The form after a change. Another choice of goods gives back another amount, and asks about free items anew. */
export function changed(form: CancelForm, change: Partial<CancelForm>): CancelForm {
  const isOtherGoods = change.scope !== undefined || change.units !== undefined;
  return { ...form, ...(isOtherGoods ? { amount: null, keepFreeItems: false } : {}), ...change };
}

/**
 * What is asked of the server while the form is filled in; null while nothing is chosen.
 *
 * @param locale in whose notation the amount was typed
 */
export function quoteBodyOf(form: CancelForm, locale: string): StaffQuoteBody | null {
  const selection = selectionOf(form.scope, form.units);
  if (!selection) return null;
  const { keepFreeItems, issueRefund, amount, method, restock } = form;
  return {
    selection,
    keepFreeItems,
    issueRefund,
    amount: issueRefund ? amount : null,
    locale,
    method,
    restock,
  };
}

/** All that is filled in. */
export function choiceBodyOf(
  form: CancelForm,
  quoteBody: StaffQuoteBody,
): Omit<StaffCancelBody, 'knownCancellationId'> {
  const { reason, notify, noteToCustomer, internalNote } = form;
  return {
    ...quoteBody,
    reason,
    notify,
    noteToCustomer: notify ? noteToCustomer : '',
    internalNote,
  };
}

/** What is sent to confirm a cancellation by staff themselves. */
export const cancelBodyOf = (
  form: CancelForm,
  quoteBody: StaffQuoteBody,
  knownCancellationId: string | null,
): StaffCancelBody => ({ ...choiceBodyOf(form, quoteBody), knownCancellationId });

/** Whether a decimal text of the offer's currency is more than nothing. */
export const isAnything = (decimal: string, currencyCode: string): boolean => {
  const amount = parseMoney(decimal, currencyCode);
  return amount !== null && isPositive(amount);
};

export type CancelField = 'amount' | 'method' | 'reason';

/** What is wrong with the form: at a field, as a question about free items, or with the whole of it. */
export interface CancelFaults {
  readonly fields: Readonly<Partial<Record<CancelField, string>>>;
  /** Line items that came free with what is cancelled and would stay; empty when nothing is asked. */
  readonly freeItemsLeft: readonly string[];
  readonly other: readonly StaffRefusal[];
}

const FIELD_OF_REFUSAL: Readonly<Partial<Record<string, CancelField>>> = {
  amount_malformed: 'amount',
  amount_not_positive: 'amount',
  amount_above_maximum: 'amount',
  amount_changed: 'amount',
  staff_refund_limit: 'amount',
  store_credit_needs_customer: 'method',
  unknown_reason: 'reason',
} satisfies Partial<Record<Refusal['code'], CancelField>>;

const FREE_ITEM_LEFT: Refusal['code'] = 'free_item_left';

/** Puts each refusal where the staff member can mend it. */
export function faultsOf(refusals: readonly StaffRefusal[]): CancelFaults {
  const fields: Partial<Record<CancelField, string>> = {};
  const other: StaffRefusal[] = [];
  const freeItemsLeft: string[] = [];
  for (const refusal of refusals) {
    const field = FIELD_OF_REFUSAL[refusal.code];
    if (refusal.code === FREE_ITEM_LEFT) freeItemsLeft.push(...(refusal.lineIds ?? []));
    else if (field) fields[field] ??= refusal.message;
    else other.push(refusal);
  }
  return { fields, freeItemsLeft, other };
}
