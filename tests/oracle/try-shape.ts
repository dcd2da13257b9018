import { money, toDecimal } from '../../app/domain/money.ts';
import type { OrderFacts } from '../../app/domain/order/facts.ts';
import { isAnythingSent, openUnits } from '../../app/domain/order/quantities.ts';
import { type RefundWish, planRefund } from '../../app/domain/refund/plan.ts';
import { normalised } from '../../app/domain/refund/selection.ts';
import type { RefundTerms } from '../../app/domain/refund/terms.ts';
import type { ScenarioShop } from '../devstore/seed/scenario.ts';
import type { Order } from '../devstore/world/model.ts';
import * as totals from '../devstore/world/order-totals.ts';
import { worldOrderFacts } from '../support/world-order-facts.ts';
import { carryOut } from './carry-out.ts';
import { type Breaches, judgeOutcome, judgePlan, snapshot } from './judge.ts';
import { placeShape } from './place.ts';
import type { CancellationShape, FeeShape, Shape } from './shape.ts';
import { type Trait, traitsOf } from './traits.ts';

/** What one tried order came to. */
export interface Trial {
  readonly breaches: Breaches;
  /** What the plans that were carried out were about. */
  readonly traits: readonly Trait[];
}

/** Makes an order, plans its cancellations, carries them out, and names everything that does not fit. */
export function tryShape(scene: ScenarioShop, shape: Shape): Trial {
  const order = placeShape(scene, shape);
  const breaches: Breaches = [];
  const traits: Trait[] = [];
  for (const [index, cancellation] of [...shape.cancellations, THE_REST].entries()) {
    const facts = worldOrderFacts(scene.shop, order);
    const wish = wishOf(facts, cancellation, shape);
    if (!wish) continue;
    const planned = planRefund(facts, wish);
    const at = (found: Breaches): Breaches => found.map((breach) => `step ${index}: ${breach}`);
    if (!planned.ok) {
      breaches.push(...at([`refused: ${planned.error.map(({ code }) => code).join(', ')}`]));
      break;
    }
    const plan = planned.value;
    breaches.push(...at(judgePlan(scene, order, plan, wish.terms)));
    const before = snapshot(scene, order);
    try {
      carryOut(scene, order, plan);
    } catch (error) {
      breaches.push(...at([`the platform refused: ${String(error)}`]));
      break;
    }
    traits.push(...traitsOf(plan, facts));
    breaches.push(...at(judgeOutcome(scene, order, plan, before)));
    if (order.cancelledAt !== null) break;
  }
  return { breaches: [...breaches, ...judgeEnd(order, shape)], traits };
}

const THE_REST: CancellationShape = {
  percents: 'order',
  method: 'original',
  bonusPercent: null,
  choice: 'everything',
  fee: { kind: 'none' },
  keep: { shipping: true, tip: true, duties: true },
  restock: true,
};

/** Whatever way an order was cancelled: where nothing was kept on purpose, nothing is left of it. */
function judgeEnd(order: Order, { cancellations }: Shape): Breaches {
  const everythingBack = cancellations.every(
    ({ fee, choice }) => fee.kind === 'none' && choice === 'everything',
  );
  if (order.cancelledAt === null || !everythingBack) return [];
  const left = totals.maximumRefundable(order);
  return left === 0 ? [] : [`${left} left of a cancelled order of which nothing was kept`];
}

/** The wish that a cancellation's shape makes of an order; null when it asks for nothing that is there. */
function wishOf(
  facts: OrderFacts,
  cancellation: CancellationShape,
  { thresholds }: Shape,
): RefundWish | null {
  const { percents, choice } = cancellation;
  const terms = { ...termsOf(facts, cancellation), thresholds: thresholdsOf(facts, thresholds) };
  const wish = { terms, keepFreeItems: true, choice: { kind: 'everything' } } as const;
  const lines =
    percents === 'order'
      ? []
      : facts.lines.flatMap((line, index) => {
          const quantity = Math.ceil((openUnits(line) * (percents[index] ?? 0)) / 100);
          return quantity > 0 ? [{ lineItemId: line.id, quantity }] : [];
        });
  if (percents === 'order' ? isAnythingSent(facts) : lines.length === 0) return null;
  const normal = normalised(
    percents === 'order' ? { kind: 'order' } : { kind: 'lines', lines },
    facts,
  );
  if (!normal.ok) return null;
  const selection = normal.value;
  if (choice === 'everything') return { ...wish, selection };
  if (choice === 'nothing') return { ...wish, selection, choice: { kind: 'nothing' } };
  const most = planRefund(facts, { ...wish, selection });
  const amount = most.ok ? Math.floor((most.value.maximum.minor * choice.percent) / 100) : 0;
  return amount === 0
    ? null
    : {
        ...wish,
        selection,
        choice: { kind: 'amount', amount: money(amount, facts.presentmentCurrencyCode) },
      };
}

function termsOf(
  facts: OrderFacts,
  { method, bonusPercent, fee, keep, restock }: CancellationShape,
): Omit<RefundTerms, 'thresholds'> {
  const rule = (kept: boolean) => (kept ? ('keep' as const) : ('proportional' as const));
  return {
    method,
    bonusPercent,
    fee: feeTerms(fee, facts),
    restock: { byDefault: restock, neverTags: [] },
    partial: {
      shipping: rule(keep.shipping),
      tip: rule(keep.tip),
      duties: rule(keep.duties),
    },
  };
}

type Amounts = Record<string, string>;

const amounts = (facts: OrderFacts, minor: number): Amounts => ({
  [facts.presentmentCurrencyCode]: toDecimal(money(minor, facts.presentmentCurrencyCode)),
});

function thresholdsOf(
  facts: OrderFacts,
  thresholds: Shape['thresholds'],
): RefundTerms['thresholds'] {
  if (!thresholds) return { behaviour: 'keep_the_deal' };
  const goods = facts.lines.reduce((whole, line) => whole + line.total.minor, 0);
  const minimum = amounts(facts, Math.ceil((goods * thresholds.minimumPercent) / 100));
  return {
    behaviour: 'recalculate',
    freeShipping: { minimum, price: amounts(facts, thresholds.shippingPrice) },
    discounts: ['DEAL-0', 'DEAL-1'].map((title) => ({ title, minimum })),
  };
}

function feeTerms(fee: FeeShape, facts: OrderFacts): RefundTerms['fee'] {
  if (fee.kind === 'none') return fee;
  const touches = fee.shipping ? 'goods_and_shipping' : 'goods';
  return fee.kind === 'fixed'
    ? { kind: 'fixed', amounts: amounts(facts, fee.amount), touches }
    : { kind: 'percent', percent: fee.hundredths / 100, touches };
}
