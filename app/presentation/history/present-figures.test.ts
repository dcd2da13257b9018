import { describe, expect, it } from 'vitest';

import type { CountedDays } from '../../application/history/ports.ts';
import { NO_FIGURES } from '../../domain/history/figures.ts';
import { DEFAULT_POLICY } from '../../messages/default-policy.ts';
import { messagesIn } from '../../messages/messages.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import { presentFigures, presentSetup, rangeOf } from './present-figures.ts';

const counted: CountedDays = {
  ...{ timeZone: 'Europe/Berlin', from: '2026-11-24', to: '2026-11-30' },
  byDay: [{ day: '2026-11-25', opened: 2, cancelled: 1 }],
  byCurrency: [
    {
      currencyCode: 'JPY',
      figures: { ...NO_FIGURES, opened: 1, cancelled: 1, backMinor: 5_000 },
    },
    {
      currencyCode: 'KWD',
      figures: {
        ...{ ...NO_FIGURES, opened: 2, cancelled: 2, backMinor: 5_000, keptMinor: 5 },
        ...{ alone: 2, moneyBack: 2, moneyBackMs: 6 * HOUR },
      },
    },
  ],
  byWho: [
    { who: 'shopper', opened: 1 },
    { who: 'guest', opened: 1 },
    { who: 'staff', opened: 1 },
  ],
  byReason: [{ reason: 'CUSTOMER', opened: 3 }],
  orders: { placed: 8, cancelled: 3, parts: 0 },
};
const shown = (changes: Partial<CountedDays> = {}) =>
  presentFigures(
    { ...counted, ...changes },
    { days: 7 },
    { ...DEFAULT_POLICY, version: 0 },
    messagesIn('en', 'staff'),
  );

describe('figures', () => {
  it('case 141: amounts of different currencies are never added, and have their own decimals', () => {
    expect(shown().money).toMatchObject([
      { currency: 'JPY', back: '¥5,000' },
      { currency: 'KWD', back: 'KWD\u00A05.000', kept: 'KWD\u00A00.005' },
    ]);
  });

  it('case 143: a rate is of the orders placed, shares come to a hundred, and nothing of nothing is a dash', () => {
    const value = (tiles: ReturnType<typeof shown>['tiles'], label: string) =>
      tiles.find((tile) => tile.label === label)?.value;
    const { tiles, who } = shown();
    expect(value(tiles, 'Cancellation rate')).toBe('37.5%');
    expect(value(tiles, 'Request to refund')).toBe('3 hours');
    expect(value(tiles, 'Without staff')).toBe('67%');
    expect(who.map(({ percent }) => percent).toSorted()).toEqual([33, 33, 34]);
    const none = shown({ byCurrency: [], orders: { placed: 0, cancelled: 0, parts: 0 } }).tiles;
    for (const label of ['Cancellation rate', 'Request to refund', 'Without staff']) {
      expect(value(none, label)).toBe('–');
    }
  });

  it('have a bar for every day, and lead to their lists', () => {
    const { bars, who, reasons } = shown();
    expect(bars.map(({ opened }) => opened)).toEqual([0, 2, 0, 0, 0, 0, 0]);
    expect(who[1]?.url).toBe('/app/history?who=guest&date=2026-11-24..2026-11-30');
    expect(reasons[0]?.url).toContain('reason=CUSTOMER');
    const year = shown({
      from: '2025-12-01',
      byDay: [{ day: '2026-11-30', opened: 1, cancelled: 0 }],
    });
    expect(year.bars.length).toBeLessThanOrEqual(92);
    expect(year.bars.at(-1)?.opened).toBe(1);
  });

  it.each([
    ['days=90', { days: 90 }],
    ['days=1e9', { days: 30 }],
    ['from=2026-11-01&to=2026-11-30', { from: '2026-11-01', to: '2026-11-30' }],
    ['from=2026-11-30&to=2026-11-01', { days: 30 }],
    ['from=2026-13-45&to=2026-14-45', { days: 30 }],
  ])('are of the days that the address names: %s', (address, range) => {
    expect(rangeOf(new URLSearchParams(address))).toEqual(range);
  });
});

describe('the guide for a new shop', () => {
  const nothing = { policyReadAt: null, blockSeenAt: null, pageSeenAt: null, dismissedAt: null };
  const shop = { sendsMail: false, hasCancelled: false };

  it('names what is left, and goes when all is done or it was put away', () => {
    const steps = presentSetup({ ...nothing, policyReadAt: DAY }, shop)?.steps;
    expect(steps?.map(({ key, done }) => `${key} ${done}`)).toEqual([
      ...['policy true', 'page false', 'block false', 'mail false', 'test false'],
    ]);
    expect(presentSetup({ ...nothing, dismissedAt: DAY }, shop)).toBeNull();
    const all = { policyReadAt: 1, blockSeenAt: 1, pageSeenAt: 1, dismissedAt: null };
    expect(presentSetup(all, { sendsMail: true, hasCancelled: true })).toBeNull();
  });
});
