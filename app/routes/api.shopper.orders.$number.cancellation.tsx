import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { requestCancellation } from '../application/request-cancellation.ts';
import { parseOrderId } from '../domain/ids.ts';
import { isCurrencyCode, parseMoney } from '../domain/money.ts';
import { customerJson } from '../http/customer.ts';
import { readJsonBody } from '../http/json-body.ts';
import { refused, refusedBody } from '../http/refused.ts';
import { shopperOrderAnswer } from '../http/shopper-order.ts';
import { presentShopperRefusal } from '../presentation/present-shopper-order.ts';
import type { ShopperRequestBody } from '../presentation/shopper-view.ts';

const shopperRequestBody: z.ZodType<ShopperRequestBody> = z.strictObject({
  reasonId: z.string().max(40),
  comment: z.string(),
  shown: z.strictObject({ amount: z.string().max(40), currencyCode: z.string().max(3) }),
});

/** What the order's customer may see of it and do with it. */
export const loader = (args: LoaderFunctionArgs) =>
  customerJson(args, async (customer) => {
    const orderId = parseOrderId(args.params['number'] ?? '');
    return orderId
      ? shopperOrderAnswer(args, customer, orderId)
      : refused([{ code: 'order_not_found' }], presentShopperRefusal);
  });

/** The customer asks to cancel; answers as the loader does. */
export const action = (args: ActionFunctionArgs) =>
  customerJson(args, async (customer) => {
    const orderId = parseOrderId(args.params['number'] ?? '');
    if (!orderId) return refused([{ code: 'order_not_found' }], presentShopperRefusal);
    const body = await readJsonBody(args.request, shopperRequestBody);
    if (!body.ok) return refusedBody(body.error);
    const { reasonId, comment, shown } = body.value;
    const amount = isCurrencyCode(shown.currencyCode)
      ? parseMoney(shown.amount, shown.currencyCode)
      : null;
    if (!amount) return refused([{ code: 'amount_malformed' }], presentShopperRefusal);
    const { shop, customerId } = customer;
    const requested = await requestCancellation(args.context.container, shop, customerId, orderId, {
      reasonId,
      comment,
      shown: amount,
    });
    return requested.ok
      ? shopperOrderAnswer(args, customer, orderId)
      : refused(requested.error, presentShopperRefusal);
  });
