import type { ScenarioShop } from 'devstore/seed';
import type { Order } from 'devstore/world';

import { money, toDecimal } from '../../app/domain/money.ts';
import type { OrderFacts } from '../../app/domain/order/facts.ts';
import { isAnythingSent, openUnits } from '../../app/domain/order/quantities.ts';
import { checkAndPlan } from '../../app/domain/refund/plan/plan.ts';
import type { UncheckedRefund } from '../../app/domain/refund/wanted-refund.ts';
import { cancelledBefore } from '../../app/domain/refund/shares/cancelled-before.ts';
import type { CancelledBefore, RefundPlan } from '../../app/domain/refund/plan/refund-plan.ts';
import { normalised } from '../../app/domain/refund/goods/selection.ts';
import type { RefundTerms } from '../../app/domain/refund/terms.ts';
import { worldOrderFacts } from '../support/facts/world-order-facts.ts';
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
  const plans: RefundPlan[] = [];
  for (const [index, cancellation] of [...shape.cancellations, THE_REST].entries()) {
    const facts = worldOrderFacts(scene.shop, order, scene.world.now());
    const before = cancelledBefore(plans, facts.presentmentCurrencyCode);
    const wanted = wantedOf(facts, cancellation, shape, before);
    if (!wanted) continue;
    const planned = checkAndPlan(facts, wanted);
    const at = (found: Breaches): Breaches => found.map((breach) => `step ${index}: ${breach}`);
    if (!planned.ok) {
      breaches.push(...at([`refused: ${planned.error.map(({ code }) => code).join(', ')}`]));
      break;
    }
    const plan = planned.value;
    breaches.push(...at(judgePlan(scene, order, plan, wanted.terms)));
    const start = snapshot(scene, order);
    try {
      carryOut(scene, order, plan);
    } catch (error) {
      breaches.push(...at([`the platform refused: ${String(error)}`]));
      break;
    }
    plans.push(plan);
    traits.push(...traitsOf(plan, facts, shape));
    breaches.push(...at(judgeOutcome(scene, order, plan, start)));
    if (order.cancelledAt !== null) break;
  }
  return { breaches: [...breaches, ...judgeEnd(scene, order, shape, plans)], traits };
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

/** Whatever way an order was cancelled: what is left of what was paid is what was shown as kept, and nothing else. */
function judgeEnd(
  scene: ScenarioShop,
  order: Order,
  { history }: Shape,
  plans: readonly RefundPlan[],
): Breaches {
  if (order.cancelledAt === null) return [];
  // Where an edit left the shop owing something, the world takes what a part gives beyond its goods, a share of the
  // tip or of a deal, for the payment of that; the plan counts it as given.
  const isUnclear =
    history.some(({ what }) => what === 'edit') &&
    plans.some(
      ({ regainedDeals = [], selection, tip }) =>
        regainedDeals.length > 0 || (selection.kind === 'lines' && tip.minor > 0),
    );
  if (isUnclear) return [];
  const left = snapshot(scene, order).net;
  const kept = plans.reduce((all, plan) => all + keptBy(plan), 0);
  // What others gave for nothing, and what staff choose to give or keep later, may be what was kept before.
  const isGenerous =
    history.some(({ what }) => what === 'refund_amount') ||
    plans.slice(1).some(({ choice }) => choice !== 'everything');
  return left === kept || (isGenerous && left < kept)
    ? []
    : [`${left} left of a cancelled order of which ${kept} was shown as kept`];
}

/** Nothing can be kept for good of units that left by an edit: the excess is owed, and comes back with the rest. */
function keptBy({ fee, lostDeals, regainedDeals = [], withheld, execution }: RefundPlan): number {
  if (execution === 'edit_lines') return 0;
  const of = (deals: RefundPlan['lostDeals']) =>
    deals.reduce((all, { amount }) => all + amount.minor, 0);
  return fee.minor + of(lostDeals) - of(regainedDeals) + withheld.minor;
}

/** The request that a cancellation's shape makes of an order; null when it asks for nothing that is there. */
function wantedOf(
  facts: OrderFacts,
  cancellation: CancellationShape,
  { thresholds }: Shape,
  before: CancelledBefore,
): UncheckedRefund | null {
  const { percents, choice } = cancellation;
  const terms = { ...termsOf(facts, cancellation), thresholds: thresholdsOf(facts, thresholds) };
  const wanted = { terms, keepFreeItems: true, choice: { kind: 'everything' }, before } as const;
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
  if (choice === 'everything') return { ...wanted, selection };
  if (choice === 'nothing') return { ...wanted, selection, choice: { kind: 'nothing' } };
  const most = checkAndPlan(facts, { ...wanted, selection });
  const amount = most.ok ? Math.floor((most.value.maximum.minor * choice.percent) / 100) : 0;
  return amount === 0
    ? null
    : {
        ...wanted,
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
