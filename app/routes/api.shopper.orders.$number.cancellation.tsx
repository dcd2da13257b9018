import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { requestCancellation } from '../application/request-cancellation.ts';
import { parseCancellationId } from '../domain/ids.ts';
import { isCurrencyCode, parseMoney } from '../domain/money.ts';
import { readJsonBody } from '../http/json-body.ts';
import { refusedBody } from '../http/refused.ts';
import { customersOrderJson, refusedToShopper, shopperOrderAnswer } from '../http/shopper-order.ts';
import { MOST_WISH_BYTES, shopperQuoteFields, wishOf } from '../http/shopper-wish.ts';
import type { ShopperRequestBody } from '../presentation/shopper-view.ts';

const shopperRequestBody: z.ZodType<ShopperRequestBody> = z.strictObject({
  ...shopperQuoteFields,
  knownCancellationId: z.uuid().nullable(),
  reasonId: z.string().max(40),
  comment: z.string(),
  shown: z.strictObject({ amount: z.string().max(40), currencyCode: z.string().max(8) }),
});

/** What the order's customer may see of it and do with it. */
export const loader = (args: LoaderFunctionArgs) =>
  customersOrderJson(args, 'look', (order) => shopperOrderAnswer(args, order));

/** The customer asks to cancel; answers as the loader does. */
export const action = (args: ActionFunctionArgs) =>
  customersOrderJson(args, 'act', async (order) => {
    const body = await readJsonBody(args.request, shopperRequestBody, MOST_WISH_BYTES);
    if (!body.ok) return refusedBody(body.error);
    const { knownCancellationId, reasonId, comment, shown } = body.value;
    const wish = wishOf(body.value);
    if (!wish.ok) return refusedToShopper(args.request, wish.error);
    const amount = isCurrencyCode(shown.currencyCode)
      ? parseMoney(shown.amount, shown.currencyCode)
      : null;
    if (!amount) return refusedToShopper(args.request, [{ code: 'amount_malformed' }]);
    const { shop, shopper, orderId } = order;
    const requested = await requestCancellation(args.context.container, shop, shopper, orderId, {
      ...wish.value,
      known: knownCancellationId === null ? null : parseCancellationId(knownCancellationId),
      reasonId,
      comment,
      shown: amount,
    });
    return requested.ok
      ? shopperOrderAnswer(args, order)
      : refusedToShopper(args.request, requested.error);
  });
