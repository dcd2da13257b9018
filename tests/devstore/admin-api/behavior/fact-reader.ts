import { expect } from 'vitest';
import type { ConnectedApp } from '../../seed/connected-app.ts';
import type { Order } from '../../world/model.ts';

/** What a test asks of an order, as the app of the moment reads it; errors are none. */
export interface FactReader {
  readonly ask: (query: string, variables?: Record<string, unknown>) => unknown;
  readonly ofOrder: (order: Order, fields: string) => unknown;
  readonly firstLine: (order: Order, fields: string) => unknown;
}

export const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;

export function factReader(app: () => ConnectedApp): FactReader {
  const ask: FactReader['ask'] = (query, variables = {}) => {
    const body = app().run(query, variables);
    expect(body.errors).toBeUndefined();
    return body.data;
  };
  const ofOrder: FactReader['ofOrder'] = (order, fields) =>
    ask(`query Facts($id: ID!) { order(id: $id) { ${fields} } }`, { id: gid('Order', order.id) });
  const firstLine: FactReader['firstLine'] = (order, fields) => {
    const data = ofOrder(order, `lineItems(first: 1) { nodes { ${fields} } }`) as {
      order: { lineItems: { nodes: readonly unknown[] } };
    };
    return data.order.lineItems.nodes[0];
  };
  return { ask, ofOrder, firstLine };
}
