/** The orders nobody remembers, so that three months have something to say about a policy. */
import type { OrderSpec, PaymentSpec } from '../world/contracts/contract.ts';
import { createRandom, type Random } from '../world/random.ts';
import type { PersonKey } from './harbor-and-pine.ts';
import {
  cancel,
  CARD,
  close,
  DAY,
  deliver,
  giveBack,
  HOUR,
  MASTERCARD,
  MINUTE,
  of,
  ON_DELIVERY,
  payUp,
  ship,
  SHIPPED_IN_TIME,
  step,
  takeReturn,
  WALLET,
  type Demo,
  type Step,
  type Story,
} from './story.ts';

const EVERYDAY_SKUS = [
  'HP-MUG-TER',
  'HP-MUG-SEA',
  'HP-BOWL',
  'HP-TOWEL',
  'HP-CANDLE-PINE',
  'HP-CUSH-45',
] as const;

/** Placed, shipped, delivered. */
export function everydayOrders(seed: number): Story[] {
  const random = createRandom(seed + 41);
  const people = ['jonas', 'elif', 'theo', 'amara', 'pia', 'maya'] as const;
  return Array.from({ length: 18 }, (_none, index): Story => ({
    ago: (8 + index * 2) * DAY + random.between(0, 20) * HOUR,
    who: pick(random, people),
    lines: [of(pick(random, EVERYDAY_SKUS), random.between(1, 2))],
    pay: [random.next() < 0.7 ? CARD : WALLET],
    then: SHIPPED_IN_TIME,
  }));
}

function pick<T>(random: Random, [first, ...rest]: readonly [T, ...T[]]): T {
  const index = random.between(0, rest.length);
  return index === 0 ? first : (rest[index - 1] ?? first);
}

// --- The months before ----------------------------------------------------------------------------

const PER_DAY = 2;
const OLDEST_DAY = 89;
const NEWEST_DAY = 6;

/** Two orders a day; what became of them is spread as a small shop would know it. */
export function olderTrade(seed: number): Story[] {
  const random = createRandom(seed + 97);
  const stories: Story[] = [];
  for (let day = OLDEST_DAY; day >= NEWEST_DAY; day -= 1) {
    for (let order = 0; order < PER_DAY; order += 1) stories.push(olderOrder(random, day));
  }
  return stories;
}

function olderOrder(random: Random, day: number): Story {
  const who = pick(random, ['jonas', 'elif', 'theo', 'amara', 'pia', 'hugo', 'sora'] as const);
  const lines = [of(pick(random, EVERYDAY_SKUS), random.between(1, 3))];
  const extra = pick(random, ['HP-CANDLE-SALT', 'HP-HOOKS', null, null] as const);
  if (extra !== null) lines.push(of(extra));
  const pay = pick(random, [CARD, CARD, CARD, MASTERCARD, WALLET, WALLET, ON_DELIVERY]);
  return {
    ago: day * DAY + random.between(0, 23) * HOUR + random.between(0, 59) * MINUTE,
    who,
    lines,
    pay: [pay],
    more: traits(random, who),
    then: outcome(random, pay),
  };
}

const ABROAD: Readonly<Partial<Record<PersonKey, Partial<OrderSpec>>>> = {
  amara: { presentmentCurrency: 'GBP', shopPerPresentment: '1.1634' },
  hugo: { presentmentCurrency: 'USD', shopPerPresentment: '0.9217' },
  sora: {
    presentmentCurrency: 'JPY',
    shopPerPresentment: '0.0061',
    shipping: { title: 'International', price: 2_400 },
  },
};

function traits(random: Random, who: PersonKey): Partial<OrderSpec> {
  const offer = pick(random, ['none', 'none', 'none', 'code', 'free_shipping'] as const);
  return {
    ...ABROAD[who],
    ...(offer === 'code'
      ? { discounts: [{ title: 'HARBOR10', on: 'order', off: { percentPpm: 100_000 } }] }
      : {}),
    ...(offer === 'free_shipping'
      ? {
          discounts: [
            {
              title: 'Free from 60',
              kind: 'automatic',
              on: 'shipping',
              off: { percentPpm: 1_000_000 },
              minimumSubtotal: 6_000,
            },
          ],
        }
      : {}),
    ...(random.next() < 0.1 ? { tags: ['gift'] } : {}),
  };
}

/** Most are kept; one in eight is cancelled, at once or after a night; some come back in part. */
function outcome(random: Random, pay: PaymentSpec): readonly Step[] {
  const paid = pay === ON_DELIVERY ? [step(3 * DAY + HOUR, payUp)] : [];
  const done = [step(1 * DAY, ship), step(3 * DAY, deliver), ...paid, step(5 * DAY, close)];
  const chance = random.next();
  if (chance < 0.06) {
    const after = random.between(5, 110) * MINUTE;
    return [step(after, cancel({ reason: 'CUSTOMER', notifyCustomer: true }))];
  }
  if (chance < 0.1) return [step(random.between(5, 20) * HOUR, cancel({ reason: 'CUSTOMER' }))];
  if (chance < 0.12) return [step(2 * HOUR, cancel({ reason: 'INVENTORY' }))];
  if (chance < 0.16 && pay !== ON_DELIVERY)
    return [step(4 * HOUR, giveBack(1)), ...done.slice(0, 1)];
  if (chance < 0.19) return [...done.slice(0, -1), step(4 * DAY, takeReturn)];
  return done;
}

// --- Goods arrive -----------------------------------------------------------------------------------

/** How long ago a truck came: every ten days, and not in the days that are still fresh. */
export function restockings(history: number): number[] {
  const times: number[] = [];
  for (let ago = history - 5 * DAY; ago > 10 * DAY; ago -= 10 * DAY) times.push(ago);
  return times;
}

const SHELF = 60;

/** Fills up what sells every day. */
export function fillShelves({ world, domain, shop, harbor }: Demo): void {
  for (const variant of shop.variants.values()) {
    if (!EVERYDAY_SKUS.some((sku) => sku === variant.sku)) continue;
    const level = shop.inventoryItems.get(variant.inventoryItemId)?.levels.get(harbor.id);
    if (level !== undefined && level.available < SHELF) {
      world.commerce.setStock(domain, variant.inventoryItemId, harbor.id, SHELF);
    }
  }
}
