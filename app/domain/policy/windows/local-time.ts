import { DAY, type EpochMs, SECOND } from '../../time.ts';

/**
 * A date and time as a clock on the wall shows it, without a zone: the milliseconds that the same date and
 * time would be in UTC.
 */
export type WallTime = number;

/** What the clocks of a zone (an IANA name) show at an instant. */
export const wallTimeAt = (timeZone: string, at: EpochMs): WallTime => at + offsetAt(timeZone, at);

/** Midnight at the start of a wall time's day. */
export const dayOf = (wall: WallTime): WallTime => Math.floor(wall / DAY) * DAY;

/** "2026-12-24" */
export const isoDateOf = (wall: WallTime): string => new Date(wall).toISOString().slice(0, 10);

/** Monday is 1, Sunday 7. */
export const isoWeekdayOf = (wall: WallTime): number => new Date(wall).getUTCDay() || 7;

/**
 * The instant at which the clocks of a zone show a wall time.
 *
 * - Clocks that go back show some times twice: the later instant is meant.
 * - Clocks that go forward leave some out: the first instant after the gap is meant, unless the gap has
 *   swallowed the whole day (Apia had no 30 December 2011): null.
 */
export function instantOf(timeZone: string, wall: WallTime): EpochMs | null {
  // No offset is as large as a day, and no zone changes twice within two: these are the only candidates.
  const before = offsetAt(timeZone, wall - DAY);
  const after = offsetAt(timeZone, wall + DAY);
  const later = wall - Math.min(before, after);
  const earlier = wall - Math.max(before, after);
  if (wallTimeAt(timeZone, later) === wall) return later;
  if (wallTimeAt(timeZone, earlier) === wall) return earlier;
  const change = firstInstantWith(timeZone, after, earlier, later);
  const isDayMissing =
    dayOf(change - 1 + before) < dayOf(wall) && dayOf(wall) < dayOf(change + after);
  return isDayMissing ? null : change;
}

/** The first instant after `from`, up to `to`, at which the zone has the offset; it changes once between. */
function firstInstantWith(timeZone: string, offset: number, from: EpochMs, to: EpochMs): EpochMs {
  let [without, having] = [from, to];
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2);
    if (offsetAt(timeZone, middle) === offset) having = middle;
    else without = middle;
  }
  return having;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By day, for days on which the offset does not change; null for the others. */
  readonly offsets: Map<number, number | null>;
}

/** Asking the formatter is a hundred times slower than remembering what it said. */
const zones = new Map<string, Zone>();
const MOST_DAYS_REMEMBERED = 4_000;

function offsetAt(timeZone: string, at: EpochMs): number {
  const zone = zoneNamed(timeZone);
  const day = Math.floor(at / DAY);
  let offset = zone.offsets.get(day);
  if (offset === undefined) {
    const atStart = askOffset(zone, day * DAY);
    offset = atStart === askOffset(zone, (day + 1) * DAY) ? atStart : null;
    if (zone.offsets.size >= MOST_DAYS_REMEMBERED) zone.offsets.clear();
    zone.offsets.set(day, offset);
  }
  return offset ?? askOffset(zone, at);
}

function askOffset({ format }: Zone, at: EpochMs): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / SECOND) * SECOND;
}

function zoneNamed(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone: Zone = { format, offsets: new Map() };
  zones.set(timeZone, zone);
  return zone;
}
