import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { quoteCancellation } from '../application/cancellation/open/quote-cancellation.ts';
import { onlyPost } from '../http/shopper/customer.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import {
  customersOrderJson,
  refusedBodyOfShopper,
  refusedToShopper,
} from '../http/shopper/shopper-order.ts';
import { localeOf } from '../http/shopper/page-locale.ts';
import { MOST_REQUEST_BYTES, wantedOf } from '../http/shopper/wanted-cancellation.ts';
import type { ShopperQuote } from '../contract/shopper/shopper-view.ts';
import { presentQuote } from '../presentation/shopper/present-shopper-quote.ts';
import { shopperQuoteBody } from '../contract/shopper/shopper-bodies.ts';

export const loader = (args: LoaderFunctionArgs) => onlyPost(args);

/** What the customer's choice would bring now; changes nothing. */
export const action = (args: ActionFunctionArgs) =>
  customersOrderJson(args, 'look', async ({ shop, shopper, orderId }) => {
    const body = await readJsonBody(args.request, shopperQuoteBody, MOST_REQUEST_BYTES);
    if (!body.ok) return refusedBodyOfShopper(args.request, body.error);
    const wanted = wantedOf(body.value);
    if (!wanted.ok) return refusedToShopper(args.request, wanted.error);
    const { container } = args.context;
    const quoted = await quoteCancellation(container, shop, shopper, orderId, wanted.value);
    return quoted.ok
      ? Response.json(
          presentQuote(
            quoted.value.quote,
            quoted.value.order,
            localeOf(args.request),
          ) satisfies ShopperQuote,
        )
      : refusedToShopper(args.request, quoted.error);
  });
