import type { ShopperOrder } from '../../application/order/read-shopper-order.ts';
import type { Platform } from '../../application/shared/platform.ts';
import { type ShopContact, wasToldNo } from '../../presentation/shopper/present-way-on.ts';

/** How the shop is reached, for somebody who was told no; null for anybody else, and when it is not known now. */
export async function shopContactFor(
  { platform }: { readonly platform: Pick<Platform, 'readShop'> },
  view: ShopperOrder,
): Promise<ShopContact | null> {
  if (!wasToldNo(view)) return null;
  const profile = await platform.readShop(view.shop);
  if (!profile.ok) return null;
  const { contactEmail, storefrontUrl } = profile.value;
  return { email: contactEmail, storefrontUrl };
}
