import type { LineItemId } from '../ids.ts';
import type { RefusalOf } from '../refusal.ts';
import type { LineItemFacts, OrderFacts } from './facts.ts';

/** The components of one bundle that are left on an order. */
export interface Bundle {
  readonly title: string;
  readonly components: readonly LineItemFacts[];
  /** How many times the bundle is there, as far as its components tell. */
  readonly count: number;
}

/** The bundles of an order of which anything is left. */
export function bundlesOf(order: OrderFacts): readonly Bundle[] {
  const byGroup = new Map<string, { title: string; components: LineItemFacts[] }>();
  for (const line of order.lines) {
    if (!line.group || line.currentQuantity === 0) continue;
    const { id, title } = line.group;
    const known = byGroup.get(id) ?? { title, components: [] };
    known.components.push(line);
    byGroup.set(id, known);
  }
  return [...byGroup.values()].map(({ title, components }) => ({
    title,
    components,
    count: components.map((line) => line.currentQuantity).reduce(greatestCommonDivisor),
  }));
}

/**
 * How many whole bundles the given units of each component make: never more than every component allows.
 */
export const wholeBundles = (
  { components, count }: Bundle,
  units: (line: LineItemFacts) => number,
): number =>
  Math.min(...components.map((line) => Math.floor((units(line) * count) / line.currentQuantity)));

/** The bundles of which some components would go and the rest would stay. */
export function brokenBundles(
  order: OrderFacts,
  units: ReadonlyMap<LineItemId, number>,
): readonly RefusalOf<'bundle_cancels_together'>[] {
  const taken = (line: LineItemFacts): number => units.get(line.id) ?? 0;
  return bundlesOf(order)
    .filter((bundle) => {
      const whole = wholeBundles(bundle, taken);
      return bundle.components.some(
        (line) => taken(line) * bundle.count !== whole * line.currentQuantity,
      );
    })
    .map(({ title }) => ({ code: 'bundle_cancels_together', groupTitle: title }));
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
