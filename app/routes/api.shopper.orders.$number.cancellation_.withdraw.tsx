import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { withdrawRequest } from '../application/withdraw-request.ts';
import { parseOrderId } from '../domain/ids.ts';
import { customerJson } from '../http/customer.ts';
import { refused, refusedWith } from '../http/refused.ts';
import { shopperOrderAnswer } from '../http/shopper-order.ts';
import { presentShopperRefusal } from '../presentation/present-shopper-order.ts';

/** Answers the browser's preflight; there is nothing here to read. */
export const loader = (args: LoaderFunctionArgs) =>
  customerJson(args, async () =>
    refusedWith(405, [
      { code: 'method_not_allowed', message: 'Send a POST to withdraw a request.' },
    ]),
  );

/** The customer takes their request back; answers with the order as it then is. */
export const action = (args: ActionFunctionArgs) =>
  customerJson(args, async (customer) => {
    const orderId = parseOrderId(args.params['number'] ?? '');
    if (!orderId) return refused([{ code: 'order_not_found' }], presentShopperRefusal);
    const { shop, customerId } = customer;
    const withdrawn = await withdrawRequest(args.context.container, shop, customerId, orderId);
    return withdrawn.ok
      ? shopperOrderAnswer(args, customer, orderId)
      : refused(withdrawn.error, presentShopperRefusal);
  });
