import { z } from 'zod';

import type { Progress } from './progress.ts';
import { REHEARSAL_TAG } from './scenes.ts';
import type { ShopClient } from './shop-client.ts';

interface Waiting {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly say: (line: string) => void;
}

/** How long a cancel of an order that has to go may take. */
const PATIENCE = 60_000;

const ORDERS = `query RehearsalOrders($filter: String!) {
  orders(first: 50, query: $filter) { nodes { id test tags cancelledAt closed } }
}`;
const ORDER = `query RehearsalOrder($order: ID!) {
  order(id: $order) { id test tags cancelledAt closed }
}`;
const CANCEL = `mutation CleanUpCancel($order: ID!) {
  orderCancel(orderId: $order, reason: OTHER, restock: true, notifyCustomer: false,
    refundMethod: { originalPaymentMethodsRefund: true }) {
    orderCancelUserErrors { message }
  }
}`;
const DELETE = `mutation CleanUpDelete($order: ID!) {
  orderDelete(orderId: $order) { deletedId userErrors { message } }
}`;

const order = z.object({
  id: z.string(),
  test: z.boolean(),
  tags: z.array(z.string()),
  cancelledAt: z.string().nullable(),
  closed: z.boolean(),
});
type Order = z.infer<typeof order>;
const orders = z.object({ orders: z.object({ nodes: z.array(order) }) });
const one = z.object({ order: order.nullable() });
const deleted = z.object({
  orderDelete: z.object({
    deletedId: z.string().nullable(),
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});

/**
 * Cancels and deletes the orders of rehearsals: those that are known, and those that carry their tag, which a run that
 * was killed may have left. Never touches an order that is no test order or lacks the tag.
 *
 * @returns how many are left, with why said
 */
export async function cleanUp(
  app: ShopClient,
  progress: Progress,
  waiting: Waiting,
): Promise<number> {
  const found = orders.safeParse((await app.send(ORDERS, { filter: `tag:${REHEARSAL_TAG}` })).data);
  const tagged = found.success ? found.data.orders.nodes.map(({ id }) => id) : [];
  let left = 0;
  for (const id of new Set([...progress.open, ...tagged])) {
    const why = await remove(app, id, waiting);
    if (why === null) {
      await progress.closed(id);
    } else {
      left += 1;
      waiting.say(`  ${id} is left, ${why} Delete it by hand: it has the tag ${REHEARSAL_TAG}.`);
    }
  }
  return left;
}

/** Null when it is gone, or never was there; otherwise why it is not. */
async function remove(app: ShopClient, id: string, waiting: Waiting): Promise<string | null> {
  let known = await read(app, id);
  if (known === null) return null;
  if (!isOurs(known)) return 'for it is no test order of a rehearsal.';
  if (known.cancelledAt === null) {
    await app.send(CANCEL, { order: id });
    const until = waiting.now() + PATIENCE;
    while (
      known !== null &&
      !(known.cancelledAt !== null && known.closed) &&
      waiting.now() < until
    ) {
      await waiting.sleep(250);
      known = await read(app, id);
    }
  }
  const answer = deleted.safeParse((await app.send(DELETE, { order: id })).data);
  if (answer.success && answer.data.orderDelete.deletedId !== null) return null;
  return `for Shopify says: ${
    (answer.success && answer.data.orderDelete.userErrors[0]?.message) || 'nothing.'
  }`;
}

const isOurs = ({ test, tags }: Order): boolean => test && tags.includes(REHEARSAL_TAG);

async function read(app: ShopClient, id: string): Promise<Order | null> {
  const answer = one.safeParse((await app.send(ORDER, { order: id })).data);
  return answer.success ? answer.data.order : null;
}
