import type { ShopDomain } from '../model.ts';

export interface QuantityChange {
  readonly lineItemId: number;
  /** Units the line is to have. */
  readonly quantity: number;
  readonly restock: boolean;
}

export interface EditSession {
  readonly id: number;
  readonly shop: ShopDomain;
  readonly orderId: number;
  readonly changes: Map<number, QuantityChange>;
}

export interface EditBook {
  begin(id: number, shop: ShopDomain, orderId: number): EditSession;
  get(shop: ShopDomain, id: number): EditSession | null;
  end(session: EditSession): void;
}

export function createEditBook(): EditBook {
  const sessions = new Map<string, EditSession>();
  return {
    begin(id, shop, orderId) {
      const session: EditSession = { id, shop, orderId, changes: new Map() };
      sessions.set(`${shop}/${id}`, session);
      return session;
    },
    get: (shop, id) => sessions.get(`${shop}/${id}`) ?? null,
    end: (session) => void sessions.delete(`${session.shop}/${session.id}`),
  };
}
