import { setTimeout as sleep } from 'node:timers/promises';

import type { OrderSpec } from 'devstore/world';
import { z } from 'zod';

import { BROWSER, type LocalSystem } from '../development/local-system.ts';

type Running = Pick<LocalSystem, 'control' | 'origins'>;

/** An order on which something has happened, by the app's own work. */
export interface PlayedOrder {
  /** With its number sign: `#1076`. */
  readonly name: string;
  readonly shows: string;
}

/** What happens to one order before anybody looks. */
interface Scene {
  readonly shows: string;
  /** A first name. */
  readonly customer: string;
  readonly order: Pick<OrderSpec, 'lines' | 'risk'>;
  readonly asked:
    | { readonly by: 'customer'; readonly comment: string }
    /** `units` of the first line; the whole order when left out. */
    | { readonly by: 'staff'; readonly units?: number; readonly note: string };
  /** What the local Shopify or the mail server is told to refuse, once. */
  readonly refuses?: (control: LocalSystem['control'], shop: string) => Promise<unknown>;
  /** It is about a mail to the customer, which takes the customer's address. */
  readonly needsAddress?: true;
  /** Where it has come to when it can be shown. */
  readonly endsAs: 'complete' | 'request' | 'attention';
}

/**
 * In the order in which they are played. The refused mail comes before the refused refund: of that the customer is
 * told while the next order is under way, and a refusal strikes whatever mail comes first.
 */
export const SCENES: readonly Scene[] = [
  {
    shows: 'cancelled in part: one mug of three',
    customer: 'Théo',
    order: {
      lines: [
        { sku: 'HP-MUG-TER', quantity: 3 },
        { sku: 'HP-BOWL', quantity: 1 },
      ],
    },
    asked: { by: 'staff', units: 1, note: 'Asked by phone for one mug less.' },
    endsAs: 'complete',
  },
  {
    shows: 'needs attention: the mail was refused by the mail server',
    customer: 'Pia',
    order: { lines: [{ sku: 'HP-VASE', quantity: 1 }] },
    asked: { by: 'staff', note: 'Cracked while it was packed.' },
    refuses: (control) => control.mail.injectFault({ kind: 'reject', code: 550, times: 1 }),
    needsAddress: true,
    endsAs: 'attention',
  },
  {
    shows: 'needs attention: the refund was refused',
    customer: 'Elif',
    order: { lines: [{ sku: 'HP-CUSH-45', quantity: 2 }] },
    asked: { by: 'staff', note: 'Wrong colour in the picture.' },
    refuses: (control, shop) =>
      control.faults.inject({
        fault: {
          at: 'gateway',
          gateway: 'shopify_payments',
          action: 'refund',
          effect: { kind: 'decline' },
        },
        shop,
      }),
    endsAs: 'attention',
  },
  {
    shows: 'a request that waits for an answer: high risk',
    customer: 'Hugo',
    order: {
      lines: [{ sku: 'HP-CLOCK', quantity: 1 }],
      risk: [
        {
          level: 'HIGH',
          provider: null,
          facts: [{ description: 'Billing and shipping country differ.', sentiment: 'NEGATIVE' }],
        },
      ],
    },
    asked: { by: 'customer', comment: 'I found my old clock again.' },
    endsAs: 'request',
  },
];

const PATIENCE_MS = 60_000;

const StaffOrder = z.object({
  cancellation: z
    .object({
      isFinal: z.boolean(),
      awaitsAnswer: z.boolean(),
      attention: z.object({}).nullable(),
    })
    .nullable(),
});
const Refused = z.object({ refusals: z.array(z.object({ message: z.string() })) });
const ShopperOrder = z.object({
  offer: z.object({
    reasons: z.array(z.object({ id: z.string() })).min(1),
    quote: z.object({ shown: z.object({ amount: z.string(), currencyCode: z.string() }) }),
  }),
});

/**
 * Gives the demo orders on which the app has worked already: they are placed at the local Shopify and cancelled
 * through the app's own addresses, and what went wrong is what the local Shopify or the mail server refused.
 *
 * @param knowsAddresses whether the app may see customers' mail addresses; what is about mail is left out otherwise
 * @throws Error when an order does not come to where it is to be shown
 */
export async function playScenes(
  { control, origins }: Running,
  knowsAddresses: boolean,
): Promise<readonly PlayedOrder[]> {
  const played: PlayedOrder[] = [];
  // One after the other: a refusal strikes whatever comes next.
  for (const scene of SCENES) {
    if (knowsAddresses || !scene.needsAddress) {
      played.push(await play(scene, control, origins.tunnel));
    }
  }
  return played;
}

async function play(
  scene: Scene,
  control: Running['control'],
  address: string,
): Promise<PlayedOrder> {
  const [shop] = await control.shops();
  const buyer = Object.values(shop?.customers ?? {}).find(
    ({ firstName }) => firstName === scene.customer,
  );
  const owner = shop?.staff.find(({ accountOwner }) => accountOwner);
  if (!shop || !buyer || !owner) throw new Error(`Not in the demo's shop: ${scene.customer}.`);
  const { domain } = shop;
  const order = await control.commerce.placeOrder(domain, {
    ...scene.order,
    customerId: buyer.id,
    shipping: { title: 'Standard', price: 490 },
    taxes: [{ title: 'MwSt.', ratePpm: 190_000 }],
    payments: [{ gateway: 'shopify_payments', state: 'sale' }],
  });
  const call = async (side: 'staff' | 'shopper', body?: unknown): Promise<unknown> => {
    const token = await control.mintIdToken(
      side === 'staff'
        ? { surface: 'admin', shop: domain, staffUserId: String(owner.id) }
        : { surface: 'customer-account', shop: domain, customerId: customerGid(buyer.id) },
    );
    const answer = await fetch(new URL(`/api/${side}/orders/${order.id}/cancellation`, address), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': BROWSER,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    if (answer.ok) return json;
    const why = Refused.safeParse(json)
      .data?.refusals.map(({ message }) => message)
      .join(' ');
    throw new Error(`Order ${order.name} of the demo: HTTP ${answer.status}. ${why ?? ''}`);
  };

  await scene.refuses?.(control, domain);
  const { asked } = scene;
  if (asked.by === 'staff') {
    const [line] = order.lines;
    await call('staff', {
      knownCancellationId: null,
      selection:
        asked.units === undefined
          ? { kind: 'order' }
          : { kind: 'lines', lines: [{ id: String(line?.id), quantity: asked.units }] },
      keepFreeItems: false,
      issueRefund: true,
      amount: null,
      locale: 'en',
      method: 'original',
      restock: true,
      reason: 'CUSTOMER',
      notify: true,
      noteToCustomer: '',
      internalNote: asked.note,
    });
  } else {
    const { offer } = ShopperOrder.parse(await call('shopper'));
    await call('shopper', {
      selection: { kind: 'order' },
      method: 'original',
      knownCancellationId: null,
      reasonId: offer.reasons[0]?.id,
      comment: asked.comment,
      shown: offer.quote.shown,
    });
  }
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(250)) {
    if (stateOf(StaffOrder.parse(await call('staff'))) === scene.endsAs) break;
    if (Date.now() > deadline) {
      throw new Error(`Order ${order.name} of the demo does not become “${scene.shows}”.`);
    }
  }
  return { name: order.name, shows: scene.shows };
}

const customerGid = (id: number): string => `gid://shopify/Customer/${id}`;

function stateOf({ cancellation }: z.infer<typeof StaffOrder>): Scene['endsAs'] | 'under way' {
  if (cancellation?.attention) return 'attention';
  if (cancellation?.awaitsAnswer) return 'request';
  return cancellation?.isFinal ? 'complete' : 'under way';
}
