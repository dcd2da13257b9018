import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { askedByShopper } from '../application/cancellation/open/asked-by-shopper.ts';
import { openCancellation } from '../application/cancellation/open/open-cancellation.ts';
import { parseCancellationId } from '../domain/ids.ts';
import { isCurrencyCode, parseMoney } from '../domain/money.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import {
  customersOrderJson,
  refusedBodyOfShopper,
  refusedToShopper,
  shopperOrderAnswer,
} from '../http/shopper/shopper-order.ts';
import { MOST_REQUEST_BYTES, wantedOf } from '../http/shopper/wanted-cancellation.ts';
import { shopperRequestBody } from '../contract/shopper/shopper-bodies.ts';

/** What the order's customer may see of it and do with it. */
export const loader = (args: LoaderFunctionArgs) =>
  customersOrderJson(args, 'look', (order) => shopperOrderAnswer(args, order));

/** The customer asks to cancel; answers as the loader does. */
export const action = (args: ActionFunctionArgs) =>
  customersOrderJson(args, 'act', async (order) => {
    const body = await readJsonBody(args.request, shopperRequestBody, MOST_REQUEST_BYTES);
    if (!body.ok) return refusedBodyOfShopper(args.request, body.error);
    const { knownCancellationId, reasonId, comment, shown } = body.value;
    const wanted = wantedOf(body.value);
    if (!wanted.ok) return refusedToShopper(args.request, wanted.error);
    const amount = isCurrencyCode(shown.currencyCode)
      ? parseMoney(shown.amount, shown.currencyCode)
      : null;
    if (!amount) return refusedToShopper(args.request, [{ code: 'amount_malformed' }]);
    const { shop, shopper, orderId } = order;
    const asker = askedByShopper(shopper, 'order_page', {
      ...wanted.value,
      known: knownCancellationId === null ? null : parseCancellationId(knownCancellationId),
      reasonId,
      comment,
      shown: amount,
    });
    const requested = await openCancellation(args.context.container, shop, orderId, asker);
    return requested.ok
      ? shopperOrderAnswer(args, order)
      : refusedToShopper(args.request, requested.error);
  });
