import type { AppLoadContext } from '@remix-run/node';

import { followCancellation } from '../../application/cancellation/advance/follow-cancellation.ts';
import { readShopperOrder } from '../../application/order/read-shopper-order.ts';
import { takeShopperTurn } from '../../application/cancellation/open/shopper-limits.ts';
import type { ShopperView } from '../../contract/shopper/shopper-view.ts';
import { type OrderId, parseOrderId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { SECOND } from '../../domain/time.ts';
import {
  presentShopperRefusal,
  shopperTextOf,
} from '../../presentation/refusal/shopper-refusal.ts';
import {
  presentShopperOrder,
  presentUnderWay,
} from '../../presentation/shopper/present-shopper-order.ts';
import { type Customer, customerJson } from './customer.ts';
import type { BodyFault } from '../body/json-body.ts';
import { refused, refusedBody } from '../server/refused.ts';
import { localeOf } from './page-locale.ts';
import { shopContactFor } from './shop-contact.ts';

/** A request to a route about one order, which its path names by number. */
interface OrderRequest {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: AppLoadContext;
}

/** A signed-in customer's request about one order. Whether the order is theirs is for the use case to say. */
export interface CustomersOrder extends Customer {
  readonly orderId: OrderId;
}

/** Runs the work of a route for the signed-in customer and the order that its path names, as often as people ask. */
export function customersOrderJson(
  args: OrderRequest,
  kind: 'look' | 'act',
  work: (order: CustomersOrder) => Promise<Response>,
): Promise<Response> {
  return customerJson(args, async (customer) => {
    const { container } = args.context;
    const { shop, shopper } = customer;
    const turn = await takeShopperTurn(container, shop, shopper.customerId, kind);
    if (!turn.ok) {
      const response = refusedToShopper(args.request, [turn.error]);
      const seconds = Math.ceil((turn.error.until - container.clock.now()) / SECOND);
      response.headers.set('Retry-After', String(Math.max(1, seconds)));
      return response;
    }
    const orderId = parseOrderId(args.params['number'] ?? '');
    return orderId
      ? work({ ...customer, orderId })
      : refusedToShopper(args.request, [{ code: 'order_not_found' }]);
  });
}

/** The order as its customer sees it now, in the language the page asks for. */
export async function shopperOrderAnswer(
  { request, context }: Pick<OrderRequest, 'request' | 'context'>,
  { shop, shopper, orderId }: CustomersOrder,
): Promise<Response> {
  const { container } = context;
  const locale = localeOf(request);
  const underWay = await followCancellation(container, shop, shopper.customerId, orderId);
  if (underWay) return Response.json(presentUnderWay(underWay, locale) satisfies ShopperView);
  const read = await readShopperOrder(container, shop, shopper, orderId, 'show');
  return read.ok
    ? Response.json(
        presentShopperOrder(
          read.value,
          locale,
          await shopContactFor(container, read.value),
        ) satisfies ShopperView,
      )
    : refusedToShopper(request, read.error);
}

/** The answer to a customer whose request was refused. */
export function refusedToShopper(request: Request, refusals: readonly Refusal[]): Response {
  const locale = localeOf(request);
  return refused(refusals, (refusal) => presentShopperRefusal(refusal, locale));
}

/** The answer to a body of theirs that could not be read. */
export const refusedBodyOfShopper = (request: Request, fault: BodyFault): Response =>
  refusedBody(fault, (code) => shopperTextOf(code, localeOf(request)));
