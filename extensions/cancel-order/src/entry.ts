import type { ShopperLine, ShopperOffer } from '../../../app/contract/shopper/shopper-view.ts';
import type { ShopperQuoteBody } from '../../../app/contract/shopper/shopper-bodies.ts';
import type { SelectionBody } from '../../../app/contract/selection.ts';

export type Offer = Extract<ShopperOffer, { available: true }>;

/** What the shopper has entered. */
export interface Entry {
  readonly scope: SelectionBody['kind'];
  /** How often each item is taken, by its key; what is not in it is kept. */
  readonly taken: Readonly<Record<string, number>>;
  readonly method: ShopperQuoteBody['method'];
  readonly reasonId: string;
  readonly comment: string;
}

/** What is chosen as one: a line, or all lines of a bundle. */
export interface Item {
  readonly key: string;
  readonly parts: readonly {
    readonly line: ShopperLine;
    /** Units of the line that go each time the item is taken. */
    readonly units: number;
  }[];
  /** How often it can be taken; 0 when it has to stay. */
  readonly most: number;
}

/**
 * What the form shows: what was entered, as far as it still fits the offer. To begin with, all that can be
 * cancelled as a whole is, and every other choice is in plain sight. The reason is the shopper's to choose: one
 * that was chosen for them would say nothing.
 */
export function entryFor(offer: Offer, entered: Partial<Entry>): Entry {
  const { taken = {}, comment = '' } = entered;
  const items = itemsOf(offer);
  return {
    scope: scopeFor(offer, entered.scope),
    taken: Object.fromEntries(
      items.map(({ key, most }) => [key, Math.min(taken[key] ?? 0, most)] as const),
    ),
    method: methodFor(offer, entered.method),
    reasonId: reasonFor(offer, entered.reasonId),
    comment,
  };
}

/** The order's lines as they can be chosen, in the order's order; a bundle stands where its first line does. */
export function itemsOf({ lines, what }: Offer): readonly Item[] {
  const groups = new Map<string, ShopperLine[]>();
  for (const line of lines) {
    // A line's number never looks like a bundle's key.
    const key = line.bundle === null ? line.id : `bundle ${line.bundle}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, group]) =>
    what === 'lines' ? wholeItem(key, group) : itemByUnits(key, group),
  );
}

/** Whether there is anything to choose besides the whole order. */
export function canChooseItems(offer: Offer): boolean {
  const items = itemsOf(offer);
  const onlyTheWhole = items.length === 1 && items[0]?.most === 1 && offer.notWhole === null;
  return offer.what !== 'whole_order' && items.some(({ most }) => most > 0) && !onlyTheWhole;
}

/** The choice as the app takes it; null as long as nothing is chosen. */
export function wantedOf(offer: Offer, { scope, taken, method }: Entry): ShopperQuoteBody | null {
  if (scope === 'order') return { selection: { kind: 'order' }, method };
  const lines = itemsOf(offer).flatMap(({ key, parts }) =>
    parts.map(({ line, units }) => ({ id: line.id, quantity: units * (taken[key] ?? 0) })),
  );
  const chosen = lines.filter(({ quantity }) => quantity > 0);
  return chosen.length === 0 ? null : { selection: { kind: 'lines', lines: chosen }, method };
}

/** What is wrong with the reason, or null. */
export const reasonFault = ({ reasons }: Offer, { reasonId }: Entry): 'needed' | null =>
  reasons.some(({ id }) => id === reasonId) ? null : 'needed';

/** What is wrong with the comment, or null. */
export function commentFault(
  offer: Offer,
  { comment, reasonId }: Entry,
): 'tooLong' | 'needed' | null {
  if (comment.length > offer.commentLimit) return 'tooLong';
  return needsComment(offer, reasonId) && comment.trim() === '' ? 'needed' : null;
}

/** Whether the shop wants a comment with a reason. */
export const needsComment = ({ reasons }: Offer, reasonId: string): boolean =>
  reasons.some((reason) => reason.id === reasonId && reason.needsComment);

function scopeFor(offer: Offer, scope: Entry['scope'] = 'order'): Entry['scope'] {
  if (offer.notWhole !== null) return 'lines';
  return canChooseItems(offer) ? scope : 'order';
}

function methodFor({ methods }: Offer, method: Entry['method'] | undefined): Entry['method'] {
  const known = methods.find((one) => one.method === method);
  return (known ?? methods[0])?.method ?? 'original';
}

/** Empty until one of those on offer is chosen. */
function reasonFor({ reasons }: Offer, reasonId: string | undefined): string {
  return reasons.find(({ id }) => id === reasonId)?.id ?? '';
}

/** All of it or nothing. */
function wholeItem(key: string, lines: readonly ShopperLine[]): Item {
  return {
    key,
    parts: lines.map((line) => ({ line, units: line.cancellable })),
    most: lines.every(({ cancellable }) => cancellable > 0) ? 1 : 0,
  };
}

/** As many as there are of it; the lines of a bundle in the proportion in which they were bought. */
function itemByUnits(key: string, lines: readonly ShopperLine[]): Item {
  const sets = lines.map(({ quantity }) => quantity).reduce(greatestCommonDivisor);
  const parts = lines.map((line) => ({ line, units: line.quantity / sets }));
  const most = parts.map(({ line, units }) => Math.floor(line.cancellable / units));
  return { key, parts, most: Math.min(...most) };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
