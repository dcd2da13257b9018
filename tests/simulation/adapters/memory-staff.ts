import type { NamedStaff, StaffNames } from '../../../app/application/shop/ports.ts';
import type { ShopDomain } from '../../../app/domain/ids.ts';

/** How staff are called, those seen last first. */
export function memoryStaff(isErased: (shop: ShopDomain) => boolean): {
  readonly names: StaffNames;
  readonly forget: (shop: ShopDomain) => void;
} {
  const shops = new Map<ShopDomain, readonly NamedStaff[]>();
  const of = (shop: ShopDomain) => shops.get(shop) ?? [];
  return {
    names: {
      async seen(shop, staffId, name) {
        if (isErased(shop)) return;
        shops.set(shop, [{ staffId, name }, ...of(shop).filter((one) => one.staffId !== staffId)]);
      },
      of: async (shop, staffIds) =>
        new Map(
          of(shop).flatMap(({ staffId, name }) =>
            staffIds.includes(staffId) ? [[staffId, name]] : [],
          ),
        ),
      list: async (shop) => of(shop),
    },
    forget: (shop) => void shops.delete(shop),
  };
}
