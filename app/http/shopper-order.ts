import type { AppLoadContext } from '@remix-run/node';

import { readShopperOrder } from '../application/read-shopper-order.ts';
import type { OrderId } from '../domain/ids.ts';
import {
  presentShopperOrder,
  presentShopperRefusal,
} from '../presentation/present-shopper-order.ts';
import type { Customer } from './customer.ts';
import { refused } from './refused.ts';

const DEFAULT_LOCALE = 'en';

/** The order as its customer sees it now, in the language the page asks for with `?locale=`. */
export async function shopperOrderAnswer(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  { shop, customerId }: Customer,
  orderId: OrderId,
): Promise<Response> {
  const read = await readShopperOrder(context.container, shop, customerId, orderId);
  return read.ok
    ? Response.json(presentShopperOrder(read.value, localeOf(request)))
    : refused(read.error, presentShopperRefusal);
}

/** The asked language, or English for anything that is not a language tag. */
function localeOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get('locale') ?? DEFAULT_LOCALE;
  try {
    return Intl.getCanonicalLocales(asked)[0] ?? DEFAULT_LOCALE;
  } catch {
    return DEFAULT_LOCALE;
  }
}
