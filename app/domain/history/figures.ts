import type { Money } from '../money.ts';
import { isoDateOf, wallTimeAt } from '../policy/windows/local-time.ts';
import type { EpochMs } from '../time.ts';
import type { HistoryFacts, Starter } from './history-facts.ts';

/** What the days of a shop are counted by, and how much; amounts in minor units of the key's currency. */
export interface FigureKey {
  /** "2026-12-24", in the shop's time zone. */
  readonly day: string;
  readonly currencyCode: string;
  readonly who: Starter;
  readonly reason: string;
}

export const FIGURES = [
  'opened',
  'cancelled',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
  'alone',
  'backMinor',
  'creditMinor',
  'keptMinor',
  'savedMinor',
  'changedMinor',
  'unitsBack',
  'moneyBack',
  'moneyBackMs',
] as const;
export type FigureName = (typeof FIGURES)[number];
export type Figures = Readonly<Record<FigureName, number>>;

export interface DayFigures extends FigureKey {
  readonly figures: Figures;
}

/**
 * In which form rows of the history and figures are written. Another number has every shop's written anew; raise it
 * when `historyFactsOf` or `figuresOf` say something else of the same events.
 */
export const FIGURES_FORMAT = 1;

export const NO_FIGURES = Object.fromEntries(FIGURES.map((name) => [name, 0])) as Figures;

/** What a cancellation adds to figures. */
export type Counted = Pick<
  HistoryFacts,
  | 'who'
  | 'reason'
  | 'outcome'
  | 'openedAt'
  | 'cancelledAt'
  | 'moneyBackAt'
  | 'endedAt'
  | 'updatedAt'
  | 'byPerson'
  | 'unitsBack'
> & { readonly [Name in 'back' | 'credit' | 'kept' | 'saved' | 'changed']: Money };

/**
 * What one cancellation adds to which days: each figure to the day in the shop's time zone on which it happened. Days
 * come once each.
 */
export function figuresOf(facts: Counted, timeZone: string): readonly DayFigures[] {
  const days = new Map<string, Partial<Record<FigureName, number>>>();
  const count = (at: EpochMs, figures: Partial<Record<FigureName, number>>): void => {
    const day = dayIn(timeZone, at);
    const known = days.get(day) ?? {};
    for (const [name, value] of Object.entries(figures) as [FigureName, number][]) {
      known[name] = (known[name] ?? 0) + value;
    }
    days.set(day, known);
  };
  const { openedAt, cancelledAt, moneyBackAt, endedAt, updatedAt, outcome } = facts;
  const { back, credit, kept, saved, changed } = facts;
  count(openedAt, { opened: 1 });
  if (cancelledAt !== null) {
    count(cancelledAt, {
      cancelled: 1,
      alone: facts.byPerson ? 0 : 1,
      keptMinor: kept.minor,
      changedMinor: changed.minor,
      unitsBack: facts.unitsBack,
    });
  }
  count(moneyBackAt ?? cancelledAt ?? updatedAt, {
    backMinor: back.minor,
    creditMinor: credit.minor,
  });
  if (moneyBackAt !== null) {
    count(moneyBackAt, { moneyBack: 1, moneyBackMs: Math.max(0, moneyBackAt - openedAt) });
  }
  const ending = ENDINGS[outcome];
  if (ending) count(endedAt ?? updatedAt, { [ending]: 1, savedMinor: saved.minor });
  return [...days].flatMap(([day, some]) => {
    const figures = { ...NO_FIGURES, ...some };
    const { who, reason } = facts;
    return isNothing(figures)
      ? []
      : [{ day, currencyCode: back.currencyCode, who, reason, figures }];
  });
}

const ENDINGS: Readonly<Partial<Record<HistoryFacts['outcome'], FigureName>>> = {
  declined: 'declined',
  withdrawn: 'withdrawn',
  expired: 'expired',
  superseded: 'superseded',
};

const isNothing = (figures: Figures): boolean => FIGURES.every((name) => figures[name] === 0);

/** The date that the clocks of a zone show at an instant. */
const dayIn = (timeZone: string, at: EpochMs): string => isoDateOf(wallTimeAt(timeZone, at));

/** Several days' figures, those of one key added up; what comes to nothing is left out. */
export function addedUp(all: readonly DayFigures[]): readonly DayFigures[] {
  const sums = new Map<string, DayFigures>();
  for (const one of all) {
    const { day, currencyCode, who, reason } = one;
    const key = JSON.stringify([day, currencyCode, who, reason]);
    const known = sums.get(key);
    sums.set(key, known ? { ...known, figures: plus(known.figures, one.figures) } : one);
  }
  return [...sums.values()].filter(({ figures }) => !isNothing(figures));
}

const plus = (one: Figures, other: Figures): Figures =>
  Object.fromEntries(FIGURES.map((name) => [name, one[name] + other[name]])) as Figures;

export const negative = (day: DayFigures): DayFigures => ({
  ...day,
  figures: Object.fromEntries(FIGURES.map((name) => [name, -day.figures[name]])) as Figures,
});
