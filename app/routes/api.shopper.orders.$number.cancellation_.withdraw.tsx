import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { withdrawRequest } from '../application/cancellation/withdraw-request.ts';
import { onlyPost } from '../http/shopper/customer.ts';
import {
  customersOrderJson,
  refusedToShopper,
  shopperOrderAnswer,
} from '../http/shopper/shopper-order.ts';

export const loader = (args: LoaderFunctionArgs) => onlyPost(args);

/** The customer takes their request back; answers with the order as it then is. */
export const action = (args: ActionFunctionArgs) =>
  customersOrderJson(args, 'act', async (order) => {
    const { shop, shopper, orderId } = order;
    const withdrawn = await withdrawRequest(args.context.container, shop, shopper, orderId);
    return withdrawn.ok
      ? shopperOrderAnswer(args, order)
      : refusedToShopper(args.request, withdrawn.error);
  });
