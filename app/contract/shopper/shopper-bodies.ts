import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { refundMethod } from '../refund-method.ts';
import { selectionBody } from '../selection.ts';

const quoteFields = { selection: selectionBody, method: refundMethod };

/** Body of `/quote`. Whether the choice makes sense for the order is the domain's decision. */
export const shopperQuoteBody = z.strictObject(quoteFields);
export type ShopperQuoteBody = Json<typeof shopperQuoteBody>;

/** Body of the confirming POST. */
export const shopperRequestBody = z.strictObject({
  ...quoteFields,
  /**
   * The cancellation the page showed when this was confirmed (`ShopperView.cancellation.id`), or null. When
   * there is a newer one by now, by a double click or from another tab, that one is the answer: nothing is
   * done twice.
   */
  knownCancellationId: z.nullable(z.uuid()),
  reasonId: z.string().check(z.maxLength(40)),
  comment: z.string(),
  /** `ShopperQuote.shown` of the quote that was confirmed. */
  shown: z.strictObject({
    amount: z.string().check(z.maxLength(40)),
    currencyCode: z.string().check(z.maxLength(8)),
  }),
});
export type ShopperRequestBody = Json<typeof shopperRequestBody>;
