import type { StaffLineOffer } from '../../../contract/staff/staff-view.ts';
import type { SelectionBody } from '../../../contract/selection.ts';

/** Units to be cancelled, by line item number; a line that is missing has none. */
export type ChosenUnits = Readonly<Record<string, number>>;

/** What is chosen in one go: a line, or the components of a bundle. */
export interface Choosable {
  readonly key: string;
  /** The bundle's name; null for a line on its own. */
  readonly bundleTitle: string | null;
  readonly parts: readonly { readonly line: StaffLineOffer; readonly unitsEach: number }[];
  /** How many can be chosen. */
  readonly most: number;
}

/** The lines of an order as they are chosen: bundles in one piece, where their first component stands. */
export function choosables(lines: readonly StaffLineOffer[]): readonly Choosable[] {
  const groups = new Map<string, StaffLineOffer[]>();
  for (const line of lines) {
    const key = line.bundle ? `bundle ${line.bundle.key}` : line.id;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, members]) => {
    const parts = members.map((line) => ({ line, unitsEach: line.bundle?.unitsEach ?? 1 }));
    return {
      key,
      bundleTitle: members[0]?.bundle?.title ?? null,
      parts,
      most: Math.min(
        ...parts.map(({ line, unitsEach }) => Math.floor(line.cancellable / unitsEach)),
      ),
    };
  });
}

/** How many of it are chosen. */
export const chosenOf = ({ parts }: Choosable, units: ChosenUnits): number =>
  Math.min(...parts.map(({ line, unitsEach }) => Math.floor((units[line.id] ?? 0) / unitsEach)));

/** The units with so many of it chosen, never more than there are. */
export function withChosen(
  { parts, most }: Choosable,
  units: ChosenUnits,
  count: number,
): ChosenUnits {
  const chosen = Math.max(0, Math.min(count, most));
  return {
    ...units,
    ...Object.fromEntries(parts.map(({ line, unitsEach }) => [line.id, chosen * unitsEach])),
  };
}

/** The units with every one of these lines chosen that can be. */
export function withAllOf(
  lines: readonly StaffLineOffer[],
  units: ChosenUnits,
  ids: readonly string[],
): ChosenUnits {
  return choosables(lines)
    .filter(({ parts }) => parts.some(({ line }) => ids.includes(line.id)))
    .reduce((chosen, each) => withChosen(each, chosen, each.most), units);
}

/** The units that a selection of lines names. */
export const unitsIn = (selection: SelectionBody): ChosenUnits =>
  selection.kind === 'order'
    ? {}
    : Object.fromEntries(selection.lines.map(({ id, quantity }) => [id, quantity]));

/** What is sent as the choice; null while nothing is chosen. */
export function selectionOf(scope: 'order' | 'lines', units: ChosenUnits): SelectionBody | null {
  if (scope === 'order') return { kind: 'order' };
  const lines = Object.entries(units)
    .filter(([, quantity]) => quantity > 0)
    .map(([id, quantity]) => ({ id, quantity }));
  return lines.length === 0 ? null : { kind: 'lines', lines };
}
