import * as z from 'zod/mini';

import { parseCancellationId } from '../../domain/ids.ts';
import type { Json } from '../json.ts';
import { refundMethod } from '../refund-method.ts';
import { selectionBody } from '../selection.ts';

/* Texts are only bounded here; whether they make sense is the use case's decision. */

const quoteFields = {
  selection: selectionBody,
  /** Leave a free item on the order although what it came with goes. */
  keepFreeItems: z.boolean(),
  issueRefund: z.boolean(),
  /**
   * In the presentment currency, as it was typed; null for all that the selection gives back. Windows that send
   * no `locale` say that with an empty text.
   */
  amount: z.nullable(z.string().check(z.maxLength(40))),
  /** The language whose notation the amount is written in. */
  locale: z.optional(z.string().check(z.maxLength(35))),
  method: refundMethod,
  restock: z.boolean(),
};

/** Body of `…/quote`: what a choice would do, before it is confirmed. */
export const staffQuoteBody = z.strictObject(quoteFields);
export type StaffQuoteBody = Json<typeof staffQuoteBody>;

/** Body of `…/mail`: what the customer would read of a choice. */
export const staffMailBody = z.strictObject({
  ...quoteFields,
  noteToCustomer: z.string().check(z.maxLength(10_000)),
});
export type StaffMailBody = Json<typeof staffMailBody>;

/** All that staff fill in of a cancellation. */
export const staffChoiceFields = {
  ...quoteFields,
  reason: z.string().check(z.maxLength(40)),
  notify: z.boolean(),
  noteToCustomer: z.string(),
  internalNote: z.string(),
};

/** Body of the POST that starts a cancellation. */
export const staffCancelBody = z.strictObject({
  ...staffChoiceFields,
  /**
   * The cancellation the page showed when this was confirmed (`StaffOrderView.cancellation.id`), or null.
   * When there is a newer one by now, that one is the answer: nothing is done twice.
   */
  knownCancellationId: z.nullable(
    z.string().check(z.refine((text) => parseCancellationId(text) !== null)),
  ),
});
export type StaffCancelBody = Json<typeof staffCancelBody>;
