import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { quoteCancellation } from '../application/quote-cancellation.ts';
import { onlyPost } from '../http/customer.ts';
import { readJsonBody } from '../http/json-body.ts';
import { refusedBody } from '../http/refused.ts';
import { customersOrderJson, localeOf, refusedToShopper } from '../http/shopper-order.ts';
import { MOST_WISH_BYTES, shopperQuoteFields, wishOf } from '../http/shopper-wish.ts';
import { presentQuote } from '../presentation/present-shopper-quote.ts';
import type { ShopperQuoteBody } from '../presentation/shopper-view.ts';

const shopperQuoteBody: z.ZodType<ShopperQuoteBody> = z.strictObject(shopperQuoteFields);

export const loader = (args: LoaderFunctionArgs) => onlyPost(args);

/** What the customer's choice would bring now; changes nothing. */
export const action = (args: ActionFunctionArgs) =>
  customersOrderJson(args, 'look', async ({ shop, shopper, orderId }) => {
    const body = await readJsonBody(args.request, shopperQuoteBody, MOST_WISH_BYTES);
    if (!body.ok) return refusedBody(body.error);
    const wish = wishOf(body.value);
    if (!wish.ok) return refusedToShopper(args.request, wish.error);
    const { container } = args.context;
    const quoted = await quoteCancellation(container, shop, shopper, orderId, wish.value);
    return quoted.ok
      ? Response.json(presentQuote(quoted.value.quote, quoted.value.order, localeOf(args.request)))
      : refusedToShopper(args.request, quoted.error);
  });
