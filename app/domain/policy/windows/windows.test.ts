import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../time.ts';
import { isoDateOf, isoWeekdayOf, wallTimeAt } from './local-time.ts';
import type { Window } from '../document/policy.ts';
import { windowEnd } from './windows.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);
const EVERY_DAY = { openingDays: [1, 2, 3, 4, 5, 6, 7], closedOn: [] };
const WORKDAYS = { openingDays: [1, 2, 3, 4, 5], closedOn: ['2026-12-25'] };

const window = (changes: Partial<Window>): Window => ({
  minutes: null,
  cutOff: null,
  untilFulfillment: false,
  ...changes,
});
const placed = (at: string, shopTimeZone = 'Europe/Berlin') => ({
  processedAt: utc(at),
  shopTimeZone,
});

describe('the end of a window', () => {
  it('is so many minutes after the order, also when clocks change in between', () => {
    const beforeChange = placed('2026-10-24T23:30:00');
    expect(windowEnd(window({ minutes: 120 }), beforeChange, EVERY_DAY)).toBe(
      utc('2026-10-25T01:30:00'),
    );
  });

  it('is none when no time ends it', () => {
    expect(
      windowEnd(window({ untilFulfillment: true }), placed('2026-11-22T09:00:00'), EVERY_DAY),
    ).toBeNull();
  });

  it('is the earliest of several limits', () => {
    const order = placed('2026-11-23T12:30:00');
    expect(windowEnd(window({ minutes: 60, cutOff: '14:00' }), order, EVERY_DAY)).toBe(
      utc('2026-11-23T13:00:00'),
    );
    expect(windowEnd(window({ minutes: 20, cutOff: '14:00' }), order, EVERY_DAY)).toBe(
      utc('2026-11-23T12:50:00'),
    );
  });
});

describe('a cut-off', () => {
  const end = (
    order: { processedAt: number; shopTimeZone: string },
    cutOff = '14:00',
    calendar = WORKDAYS,
  ) => windowEnd(window({ cutOff }), order, calendar);

  it('case 45: is the first after the order, on the shop’s clocks', () => {
    expect(end(placed('2026-11-23T12:59:59'))).toBe(utc('2026-11-23T13:00:00'));
    expect(end(placed('2026-11-23T13:00:01'))).toBe(utc('2026-11-24T13:00:00'));
    expect(end(placed('2026-11-23T12:00:00', 'America/New_York'))).toBe(utc('2026-11-23T19:00:00'));
  });

  it('case 45: of the very millisecond of the order is not after it', () => {
    expect(end(placed('2026-11-23T13:00:00'))).toBe(utc('2026-11-24T13:00:00'));
    const before = {
      ...placed('2026-11-23T13:00:00'),
      processedAt: utc('2026-11-23T13:00:00') - 1,
    };
    expect(end(before)).toBe(utc('2026-11-23T13:00:00'));
  });

  it('waits for the next opening day: over the weekend, and over a closed Friday', () => {
    expect(end(placed('2026-11-20T14:00:00'))).toBe(utc('2026-11-23T13:00:00'));
    expect(end(placed('2026-12-24T14:00:00'))).toBe(utc('2026-12-28T13:00:00'));
  });

  it('takes the day of the shop, not that of UTC', () => {
    // Saturday 00:30 in Berlin is still Friday in UTC.
    expect(end(placed('2026-11-20T23:30:00'), '06:00', { openingDays: [5], closedOn: [] })).toBe(
      utc('2026-11-27T05:00:00'),
    );
  });

  it.each([
    ['Europe/Berlin', '02:30', '2026-03-28T20:00:00', '2026-03-29T01:00:00'],
    ['Europe/Berlin', '02:30', '2026-10-24T20:00:00', '2026-10-25T01:30:00'],
    ['America/New_York', '02:30', '2026-03-07T20:00:00', '2026-03-08T07:00:00'],
    ['America/New_York', '01:30', '2026-10-31T20:00:00', '2026-11-01T06:30:00'],
    ['Australia/Lord_Howe', '02:15', '2026-10-03T10:00:00', '2026-10-03T15:30:00'],
    ['Australia/Lord_Howe', '01:45', '2026-04-04T10:00:00', '2026-04-04T15:15:00'],
    ['Pacific/Apia', '03:30', '2012-09-29T10:00:00', '2012-09-29T14:00:00'],
    ['Pacific/Apia', '03:30', '2013-04-06T10:00:00', '2013-04-06T14:30:00'],
  ])('case 45: is kind where clocks change: %s at %s', (zone, cutOff, order, expected) => {
    expect(end(placed(order, zone), cutOff, EVERY_DAY)).toBe(utc(expected));
  });

  it('case 45: after the first of two times that clocks show, the second still ends the window', () => {
    expect(end(placed('2026-10-25T00:45:00'), '02:30', EVERY_DAY)).toBe(utc('2026-10-25T01:30:00'));
  });

  it('case 45: skips a day that never was', () => {
    expect(end(placed('2011-12-30T01:00:00', 'Pacific/Apia'), '14:00', EVERY_DAY)).toBe(
      utc('2011-12-31T00:00:00'),
    );
  });

  it('comes after the order, on an opening day, and no opening day is passed over', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: utc('2026-01-01T00:00:00'), max: utc('2028-01-01T00:00:00') }),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 10 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (processedAt, shopTimeZone, openingDays, closedAfterDays, minuteOfDay) => {
          const closedOn = closedAfterDays.map((days) =>
            isoDateOf(wallTimeAt(shopTimeZone, processedAt) + days * DAY),
          );
          const cutOff = new Date(minuteOfDay * MINUTE).toISOString().slice(11, 16);
          const order = { processedAt, shopTimeZone };
          const at = Number(windowEnd(window({ cutOff }), order, { openingDays, closedOn }));
          expect(at).toBeGreaterThan(processedAt);
          const wall = wallTimeAt(shopTimeZone, at);
          expect(openingDays).toContain(isoWeekdayOf(wall));
          expect(closedOn).not.toContain(isoDateOf(wall));
          // The next one after any moment before it is the same one.
          const between = { shopTimeZone, processedAt: Math.floor((processedAt + at) / 2) };
          expect(windowEnd(window({ cutOff }), between, { openingDays, closedOn })).toBe(at);
        },
      ),
    );
  });
});
