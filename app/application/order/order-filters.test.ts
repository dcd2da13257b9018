import { describe, expect, it } from 'vitest';

import { MINUTE } from '../../domain/time.ts';
import { type FilterTerms, filtersOf } from './order-filters.ts';

const at = (text: string) => Date.parse(text);
const terms = (changes: Partial<FilterTerms> = {}): FilterTerms => ({
  now: at('2026-11-29T23:30:00Z'),
  timeZone: 'Europe/Copenhagen',
  currencyCode: 'EUR',
  ...changes,
});
const placed = (date: string, changes: Partial<FilterTerms> = {}) =>
  filtersOf({ date }, terms(changes)).placed;

describe('case 156: days are the shop’s own', () => {
  it('of which today is one, and seven days end with it', () => {
    expect(placed('today')).toEqual({ from: at('2026-11-29T23:00:00Z'), until: null });
    expect(placed('7d')).toEqual({ from: at('2026-11-23T23:00:00Z'), until: null });
  });

  it('and a span in words means other instants where the shop has moved to another time zone', () => {
    expect(placed('today', { timeZone: 'Pacific/Auckland' })).toEqual({
      from: at('2026-11-29T11:00:00Z'),
      until: null,
    });
    expect(placed('today', { timeZone: 'Etc/GMT+12' })?.from).toBe(at('2026-11-29T12:00:00Z'));
  });

  it('so that each instant is in exactly one of them, also where clocks change', () => {
    for (
      let now = at('2026-10-24T00:00:00Z');
      now < at('2026-10-27T00:00:00Z');
      now += 30 * MINUTE
    ) {
      const days = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'];
      const having = days.filter((day) => {
        const { from, until } = placed(`${day}~${day}`) ?? {};
        return now >= (from ?? Infinity) && now < (until ?? -Infinity);
      });
      expect(having).toHaveLength(1);
    }
  });

  it('and a span may have one end alone', () => {
    expect(placed('2026-11-01~')).toEqual({ from: at('2026-10-31T23:00:00Z'), until: null });
    expect(placed('~2026-11-01')).toEqual({ from: null, until: at('2026-11-01T23:00:00Z') });
  });
});

describe('amounts', () => {
  it('are in the shop’s currency, to its own minor unit', () => {
    expect(filtersOf({ amount: '10.5~20' }, terms()).amount).toEqual({
      currencyCode: 'EUR',
      from: 1_050,
      to: 2_000,
    });
    expect(filtersOf({ amount: '~3000' }, terms({ currencyCode: 'JPY' })).amount).toEqual({
      currencyCode: 'JPY',
      from: null,
      to: 3_000,
    });
  });
});

it('words mean Shopify’s statuses, and those that mean nothing filter nothing', () => {
  expect(
    filtersOf({ payment: 'unpaid', risk: 'high', cancellation: 'possible' }, terms()),
  ).toMatchObject({
    payment: ['AUTHORIZED', 'EXPIRED', 'PARTIALLY_PAID', 'PENDING'],
    risk: 'HIGH',
    cancellation: 'possible',
  });
  expect(filtersOf({ payment: 'constructor' }, terms()).payment).toBeNull();
});
