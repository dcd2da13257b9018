/**
 * A small shop, and one order with chosen traits in it: what tests and simulations start from.
 */
import type { OrderLineSpec, OrderSpec, PaymentSpec, World } from '../world/contracts/contract.ts';
import { CommerceRefusal } from '../world/contracts/contract.ts';
import { createWorld } from '../world/create-world.ts';
import type {
  Customer,
  EpochMs,
  FulfillmentService,
  Location,
  Order,
  Shop,
  ShopDomain,
  ShopLocale,
} from '../world/model.ts';
import { totalPrice } from '../world/orders/order-totals.ts';
import { proportion } from '../world/money/money.ts';
import {
  ALL_GATEWAYS,
  BANK_DEPOSIT,
  CASH_ON_DELIVERY,
  PAYPAL,
  SEPA_DEBIT,
  SHOPIFY_PAYMENTS,
} from './gateways.ts';

export interface ScenarioShop {
  readonly world: World;
  readonly shop: Shop;
  readonly domain: ShopDomain;
  readonly main: Location;
  readonly second: Location;
  readonly service: FulfillmentService;
  readonly customer: Customer;
}

/** SKUs of the small shop; `SERVED` is stocked by the 3PL alone, `DIGITAL` is never shipped. */
export const SKU = {
  mug: 'MUG',
  bowl: 'BOWL',
  served: 'SERVED',
  digital: 'DIGITAL',
  untracked: 'UNTRACKED',
  giftCard: 'GIFT-CARD',
} as const;

export interface ScenarioShopOptions {
  readonly startAt?: EpochMs;
  readonly seed?: number;
  readonly handle?: string;
  readonly currency?: string;
  readonly taxesIncluded?: boolean;
  /** Decides how much an app may ask of the shop; Basic when left out. */
  readonly plan?: Shop['plan'];
  readonly developmentStore?: boolean;
  readonly locales?: readonly ShopLocale[];
  /** Units of each tracked product at each of its locations; 100 when left out. */
  readonly stock?: number;
}

const DEFAULT_START = Date.UTC(2026, 9, 15, 9, 0, 0);

/** A world with one small shop: two warehouses, a 3PL, six products, one customer, every gateway. */
export function createScenarioShop(o: ScenarioShopOptions = {}): ScenarioShop {
  const world = createWorld({ startAt: o.startAt ?? DEFAULT_START, seed: o.seed ?? 1 });
  return addScenarioShop(world, o);
}

/** The same shop, opened in a world that exists already. */
export function addScenarioShop(world: World, o: ScenarioShopOptions = {}): ScenarioShop {
  const { commerce } = world;
  const shop = commerce.openShop({
    handle: o.handle ?? 'scenario',
    name: 'Scenario Goods',
    email: 'owner@example.com',
    currency: o.currency ?? 'EUR',
    timezone: 'Europe/Berlin',
    country: { code: 'DE', name: 'Germany' },
    city: 'Berlin',
    taxesIncluded: o.taxesIncluded ?? true,
    ...(o.plan === undefined ? {} : { plan: o.plan }),
    developmentStore: o.developmentStore ?? false,
    ...(o.locales === undefined ? {} : { locales: o.locales }),
    staff: [
      {
        firstName: 'Olga',
        lastName: 'Example',
        email: 'owner@example.com',
        locale: 'en',
        accountOwner: true,
      },
    ],
  });
  const domain = shop.domain;
  const main = commerce.addLocation(domain, { name: 'Main', city: 'Berlin', countryCode: 'DE' });
  const second = commerce.addLocation(domain, {
    name: 'Second',
    city: 'Hamburg',
    countryCode: 'DE',
  });
  const service = commerce.addFulfillmentService(domain, {
    name: 'Swift Parcel Works',
    handle: 'swift-parcel-works',
    city: 'Leipzig',
    countryCode: 'DE',
  });
  for (const gateway of ALL_GATEWAYS) commerce.addGateway(domain, gateway);
  const stock = o.stock ?? 100;
  const products: [string, string, number, Readonly<Record<number, number>>, object][] = [
    ['Mug', SKU.mug, 1_250, { [main.id]: stock, [second.id]: stock }, {}],
    ['Bowl', SKU.bowl, 3_999, { [main.id]: stock, [second.id]: stock }, {}],
    ['Lamp', SKU.served, 8_900, { [service.locationId]: stock }, {}],
    ['Pattern book', SKU.digital, 900, {}, { requiresShipping: false, tracked: false }],
    ['Made to order tray', SKU.untracked, 5_500, {}, { tracked: false }],
    [
      'Gift card',
      SKU.giftCard,
      5_000,
      {},
      { requiresShipping: false, tracked: false, taxable: false },
    ],
  ];
  for (const [title, sku, priceInShopCurrency, at, extra] of products) {
    commerce.addProduct(domain, {
      title,
      isGiftCard: sku === SKU.giftCard,
      variants: [{ sku, priceInShopCurrency, stock: at, ...extra }],
    });
  }
  const customer = commerce.addCustomer(domain, {
    firstName: 'Casey',
    lastName: 'Sample',
    email: 'casey.sample@example.com',
    locale: 'en',
    defaultAddress: {
      firstName: 'Casey',
      lastName: 'Sample',
      address1: 'Musterweg 1',
      city: 'Berlin',
      zip: '10115',
      country: 'Germany',
      countryCode: 'DE',
      phone: null,
    },
  });
  return { world, shop, domain, main, second, service, customer };
}

export type PaymentTrait =
  | 'paid'
  | 'authorized'
  | 'partly_captured'
  | 'authorization_expired'
  | 'paypal'
  | 'cash_on_delivery'
  | 'cash_received'
  | 'bank_deposit'
  | 'bank_pending'
  | 'declined'
  | 'gift_card_and_card'
  | 'unpaid'
  | 'free';

export type FulfillmentTrait =
  | 'unfulfilled'
  | 'held_by_other_app'
  | 'progress_reported'
  | 'requested'
  | 'accepted'
  | 'partly_fulfilled'
  | 'fulfilled'
  | 'scheduled';

export interface OrderTraits extends Partial<Omit<OrderSpec, 'lines' | 'payments'>> {
  readonly payment?: PaymentTrait;
  readonly fulfillment?: FulfillmentTrait;
  readonly lines?: readonly OrderLineSpec[];
  readonly payments?: readonly PaymentSpec[];
}

/**
 * Places one order and brings it into the wanted state. Left out: one customer buys two mugs, paid
 * by card, nothing shipped. `requested` and `accepted` need a line the 3PL serves.
 */
export function seedOrder(scene: ScenarioShop, traits: OrderTraits = {}): Order {
  const { world, domain, customer } = scene;
  const { payment = 'paid', fulfillment = 'unfulfilled', lines, payments, ...spec } = traits;
  const wanted: OrderSpec = {
    customerId: customer.id,
    ...(payment === 'free' ? { orderDiscount: { title: 'ON-US', percentPpm: 1_000_000 } } : {}),
    ...(fulfillment === 'scheduled' ? { fulfillAt: world.now() + 3 * 24 * 3600 * 1000 } : {}),
    ...spec,
    lines: lines ?? [{ sku: SKU.mug, quantity: 2 }],
    payments: payments ?? paymentsFor(scene, payment),
  };
  const order = world.commerce.placeOrder(domain, wanted);
  bringPayment(scene, order, payment);
  bringFulfillment(scene, order, fulfillment);
  return order;
}

const CARD = SHOPIFY_PAYMENTS.name;

function paymentsFor({ world, domain, shop }: ScenarioShop, trait: PaymentTrait): PaymentSpec[] {
  switch (trait) {
    case 'paid':
      return [{ gateway: CARD, state: 'sale' }];
    case 'authorized':
    case 'partly_captured':
    case 'authorization_expired':
      return [{ gateway: CARD, state: 'authorization' }];
    case 'paypal':
      return [{ gateway: PAYPAL.name, state: 'sale' }];
    case 'cash_on_delivery':
    case 'cash_received':
      return [{ gateway: CASH_ON_DELIVERY.name, state: 'unpaid' }];
    case 'bank_deposit':
      return [{ gateway: BANK_DEPOSIT.name, state: 'unpaid' }];
    case 'bank_pending':
      return [{ gateway: SEPA_DEBIT.name, state: 'pending' }];
    case 'declined':
      return [{ gateway: CARD, state: 'declined' }];
    case 'gift_card_and_card': {
      const value = 1_000;
      const card = world.commerce.issueGiftCard(domain, { currency: shop.currency, value });
      return [
        { gateway: 'gift_card', state: 'sale', amount: value, giftCardId: card.id },
        { gateway: CARD, state: 'sale' },
      ];
    }
    case 'unpaid':
    case 'free':
      return [];
  }
}

function bringPayment({ world, domain }: ScenarioShop, order: Order, trait: PaymentTrait): void {
  const { commerce } = world;
  if (trait === 'partly_captured') {
    commerce.capture(domain, order.id, proportion(totalPrice(order), 1, 2));
  }
  if (trait === 'authorization_expired') commerce.expireAuthorization(domain, order.id);
  if (trait === 'cash_received') commerce.markAsPaid(domain, order.id);
}

function bringFulfillment(
  { world, domain, shop }: ScenarioShop,
  order: Order,
  trait: FulfillmentTrait,
): void {
  const { commerce } = world;
  const [first] = order.fulfillmentOrders;
  const served = order.fulfillmentOrders.find((work) => work.fulfillmentServiceHandle !== null);
  switch (trait) {
    case 'unfulfilled':
    case 'scheduled':
      return;
    case 'held_by_other_app':
      if (first !== undefined) {
        commerce.holdByOtherApp(domain, order.id, first.id, { appTitle: 'Careful Checks' });
      }
      return;
    case 'progress_reported':
      if (first !== undefined) commerce.reportProgress(domain, order.id, first.id);
      return;
    case 'requested':
    case 'accepted': {
      if (served === undefined) {
        throw new CommerceRefusal(`No line of ${order.name} is served by a 3PL of ${shop.name}.`);
      }
      commerce.submitFulfillmentRequest(domain, order.id, served.id);
      if (trait === 'accepted') {
        commerce.answerFulfillmentRequest(domain, order.id, served.id, 'accept');
      }
      return;
    }
    case 'partly_fulfilled': {
      const line = order.lines[0];
      if (line !== undefined) {
        commerce.fulfill(domain, order.id, { lines: [{ lineItemId: line.id, quantity: 1 }] });
      }
      return;
    }
    case 'fulfilled':
      commerce.fulfill(domain, order.id);
      return;
  }
}
