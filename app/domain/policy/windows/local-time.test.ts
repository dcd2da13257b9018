import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../time.ts';
import { instantOf, isoDateOf, isoWeekdayOf, wallTimeAt } from './local-time.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

describe('the instant of a local time', () => {
  it.each([
    ['Europe/Berlin in winter', 'Europe/Berlin', '2026-01-15T14:00:00', '2026-01-15T13:00:00'],
    ['Europe/Berlin in summer', 'Europe/Berlin', '2026-07-15T14:00:00', '2026-07-15T12:00:00'],
    [
      'Asia/Kathmandu, a quarter of an hour off',
      'Asia/Kathmandu',
      '2026-05-01T12:00:00',
      '2026-05-01T06:15:00',
    ],
    ['Pacific/Apia, a day ahead', 'Pacific/Apia', '2026-05-01T12:00:00', '2026-04-30T23:00:00'],
  ])('is exact: %s', (_, zone, local, instant) => {
    expect(instantOf(zone, utc(local))).toBe(utc(instant));
  });

  // Clocks go forward: the last second before, every time of the gap, the first second after.
  it.each([
    ['Europe/Berlin', '2026-03-29T01:59:59', '2026-03-29T00:59:59'],
    ['Europe/Berlin', '2026-03-29T02:00:00', '2026-03-29T01:00:00'],
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:00:00'],
    ['Europe/Berlin', '2026-03-29T02:59:59', '2026-03-29T01:00:00'],
    ['Europe/Berlin', '2026-03-29T03:00:00', '2026-03-29T01:00:00'],
    ['Europe/Berlin', '2026-03-29T03:00:01', '2026-03-29T01:00:01'],
    ['America/New_York', '2026-03-08T01:59:59', '2026-03-08T06:59:59'],
    ['America/New_York', '2026-03-08T02:15:00', '2026-03-08T07:00:00'],
    ['America/New_York', '2026-03-08T03:00:00', '2026-03-08T07:00:00'],
    ['Australia/Lord_Howe', '2026-10-04T01:59:59', '2026-10-03T15:29:59'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:30:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:30:00', '2026-10-03T15:30:00'],
    ['Pacific/Apia', '2012-09-30T02:59:59', '2012-09-29T13:59:59'],
    ['Pacific/Apia', '2012-09-30T03:30:00', '2012-09-29T14:00:00'],
    ['Pacific/Apia', '2012-09-30T04:00:00', '2012-09-29T14:00:00'],
  ])(
    'case 45: left out by clocks going forward, it is the instant after the gap: %s %s',
    (zone, local, instant) => {
      expect(instantOf(zone, utc(local))).toBe(utc(instant));
    },
  );

  // Clocks go back: what they show twice means the later time.
  it.each([
    ['Europe/Berlin', '2026-10-25T01:59:59', '2026-10-24T23:59:59'],
    ['Europe/Berlin', '2026-10-25T02:00:00', '2026-10-25T01:00:00'],
    ['Europe/Berlin', '2026-10-25T02:59:59', '2026-10-25T01:59:59'],
    ['Europe/Berlin', '2026-10-25T03:00:00', '2026-10-25T02:00:00'],
    ['America/New_York', '2026-11-01T00:59:59', '2026-11-01T04:59:59'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T06:30:00'],
    ['America/New_York', '2026-11-01T02:00:00', '2026-11-01T07:00:00'],
    ['Australia/Lord_Howe', '2026-04-05T01:29:59', '2026-04-04T14:29:59'],
    ['Australia/Lord_Howe', '2026-04-05T01:30:00', '2026-04-04T15:00:00'],
    ['Australia/Lord_Howe', '2026-04-05T01:59:59', '2026-04-04T15:29:59'],
    ['Australia/Lord_Howe', '2026-04-05T02:00:00', '2026-04-04T15:30:00'],
    ['Pacific/Apia', '2013-04-07T03:00:00', '2013-04-06T14:00:00'],
    ['Pacific/Apia', '2013-04-07T03:59:59', '2013-04-06T14:59:59'],
  ])(
    'case 45: shown twice by clocks going back, it is the later instant: %s %s',
    (zone, local, instant) => {
      expect(instantOf(zone, utc(local))).toBe(utc(instant));
    },
  );

  it('case 45: is none on the day that a zone left out when it crossed the date line', () => {
    expect(instantOf('Pacific/Apia', utc('2011-12-29T14:00:00'))).toBe(utc('2011-12-30T00:00:00'));
    expect(instantOf('Pacific/Apia', utc('2011-12-30T14:00:00'))).toBeNull();
    expect(instantOf('Pacific/Apia', utc('2011-12-31T14:00:00'))).toBe(utc('2011-12-31T00:00:00'));
  });

  it('leads back to the same clocks wherever they show it at all, and is the last to do so', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'America/St_Johns',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: utc('2020-01-01T00:00:00'), max: utc('2030-01-01T00:00:00') }),
        (zone, at) => {
          const wall = wallTimeAt(zone, at);
          const found = instantOf(zone, wall);
          expect(found).not.toBeNull();
          expect(wallTimeAt(zone, Number(found))).toBe(wall);
          expect(found).toBeGreaterThanOrEqual(at);
          for (const ahead of [30 * MINUTE, HOUR, DAY]) {
            expect(wallTimeAt(zone, Number(found) + ahead)).not.toBe(wall);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('moves on with the clock: an hour later is never earlier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: utc('2026-01-01T00:00:00'), max: utc('2027-01-01T00:00:00') }),
        fc.integer({ min: 0, max: 2 * DAY }),
        (wall, ahead) => {
          const [first, second] = [wall, wall + ahead].map((time) =>
            Number(instantOf('Australia/Lord_Howe', time)),
          );
          expect(second).toBeGreaterThanOrEqual(Number(first));
        },
      ),
    );
  });
});

describe('what the clocks of a zone show', () => {
  it('keeps the milliseconds, also on the day of a change', () => {
    expect(wallTimeAt('Europe/Berlin', utc('2026-03-29T00:59:59') + 999)).toBe(
      utc('2026-03-29T01:59:59') + 999,
    );
    expect(wallTimeAt('Europe/Berlin', utc('2026-03-29T01:00:00') + SECOND / 2)).toBe(
      utc('2026-03-29T03:00:00') + SECOND / 2,
    );
  });

  it('names the day and the weekday, Sunday last', () => {
    const sunday = wallTimeAt('Pacific/Apia', utc('2026-11-21T12:00:00'));
    expect([isoDateOf(sunday), isoWeekdayOf(sunday)]).toEqual(['2026-11-22', 7]);
    expect(isoWeekdayOf(sunday + DAY)).toBe(1);
  });
});
