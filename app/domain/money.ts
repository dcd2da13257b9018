import { allocate, dinero, toSnapshot } from 'dinero.js';
import * as currencies from 'dinero.js/currencies';

import { madeOnce } from './text/formatters.ts';

/**
 * An amount of one currency in whole minor units (cents, yen, fils). Plain data, so that it can be
 * stored and sent as it is. Amounts are safe integers: up to 9 quadrillion minor units.
 */
export interface Money {
  readonly minor: number;
  readonly currencyCode: string;
}

/** Two amounts for the same thing: what the customer saw and what the shop books. */
export interface MoneyBag {
  readonly presentment: Money;
  readonly shop: Money;
}

/**
 * Codes that Shopify knows and ISO 4217 does not list (any more), with their decimals: orders keep the
 * currency they were paid in. XXX is what Shopify says of a currency that it does not recognize itself.
 * Sources: the Admin API's `CurrencyCode`; decimals as in Shopify's own money library,
 * https://github.com/Shopify/money/tree/main/config
 */
const SHOPIFY_ONLY: readonly (readonly [code: string, exponent: number])[] = [
  ['ANG', 2],
  ['BYR', 0],
  ['HRK', 2],
  ['JEP', 2],
  ['KID', 2],
  ['LTL', 2],
  ['LVL', 2],
  ['SLL', 2],
  ['STD', 2],
  ['USDC', 2],
  ['VEF', 2],
  ['XXX', 2],
];

const exponents = new Map<string, number>([
  ...Object.values(currencies).map(({ code, base, exponent }): [string, number] => [
    code,
    // Two ISO currencies count in fifths; Shopify writes their amounts as decimals like all others.
    base === 10 ? exponent : 2,
  ]),
  ...SHOPIFY_ONLY,
]);

/**
 * Minor units that only come together. Shopify rounds the two currencies that count in fifths to one decimal,
 * so that no share of an amount may have two.
 * Source: `minor_units` in https://github.com/Shopify/money/blob/main/lib/money/currency.rb
 */
const GRAINS: ReadonlyMap<string, number> = new Map([
  ['MGA', 10],
  ['MRU', 10],
]);

const grainOf = (currencyCode: string): number => GRAINS.get(currencyCode) ?? 1;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** True for a code this app can count in: all of the Admin API's, and all of ISO 4217. */
export function isCurrencyCode(code: string): boolean {
  return exponents.has(code);
}

/** Number of decimals of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. Throws on an unknown code. */
export function exponentOf(currencyCode: string): number {
  const exponent = exponents.get(currencyCode);
  if (exponent === undefined)
    throw new Error(`Unknown currency code ${JSON.stringify(currencyCode)}`);
  return exponent;
}

/** An amount from whole minor units. Throws when the number is not a safe integer. */
export function money(minor: number, currencyCode: string): Money {
  if (!Number.isSafeInteger(minor)) throw new Error(`Not a whole amount of minor units: ${minor}`);
  exponentOf(currencyCode);
  return { minor: minor === 0 ? 0 : minor, currencyCode };
}

export const zero = (currencyCode: string): Money => money(0, currencyCode);

/**
 * Reads a decimal text such as "12.5" or "1000.00" exactly, or returns null when it is malformed or has
 * more precision than the currency (trailing zeros apart). Never rounds.
 */
export function parseMoney(decimal: string, currencyCode: string): Money | null {
  const match = DECIMAL.exec(decimal);
  if (!match) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const exponent = exponentOf(currencyCode);
  if (/[1-9]/.test(fraction.slice(exponent))) return null;
  const minor = Number(sign + whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor) || minor % grainOf(currencyCode) !== 0) return null;
  return money(minor, currencyCode);
}

/** The decimal text Shopify's API takes: "12.50", "1000", "1.250". */
export function toDecimal(amount: Money): string {
  const exponent = exponentOf(amount.currencyCode);
  const digits = String(Math.abs(amount.minor)).padStart(exponent + 1, '0');
  const sign = amount.minor < 0 ? '-' : '';
  const whole = digits.slice(0, digits.length - exponent);
  return exponent === 0 ? sign + digits : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/** The amount as a person reads it in the given language, e.g. "€12.50". */
export function formatMoney({ minor, currencyCode }: Money, locale: string): string {
  const exponent = exponentOf(currencyCode);
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  const number = minor / 10 ** exponent;
  // Intl takes codes of three letters only.
  if (currencyCode.length !== 3) {
    return `${numbers(locale, digits).format(number)} ${currencyCode}`;
  }
  const currency = { style: 'currency', currency: currencyCode } as const;
  return numbers(locale, { ...currency, ...digits }).format(number);
}

const numbers = madeOnce(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

export function add(a: Money, b: Money): Money {
  return money(a.minor + b.minor, sameCurrency(a, b));
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - b.minor, sameCurrency(a, b));
}

/** The sum of amounts of one currency; zero of that currency for none. */
export function sum(amounts: readonly Money[], currencyCode: string): Money {
  return amounts.reduce(add, zero(currencyCode));
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return a.minor - b.minor;
}

export const isPositive = (amount: Money): boolean => amount.minor > 0;
export const equals = (a: Money, b: Money): boolean => compare(a, b) === 0;
export const smaller = (a: Money, b: Money): Money => (compare(a, b) <= 0 ? a : b);
export const larger = (a: Money, b: Money): Money => (compare(a, b) >= 0 ? a : b);
export const negated = (amount: Money): Money => money(-amount.minor, amount.currencyCode);

/**
 * `amount * part / whole` to the nearest minor unit, halves away from zero, exact for amounts of any size.
 * Nothing of an empty whole.
 */
export function fraction(amount: Money, part: number, whole: number): Money {
  if (whole === 0) return zero(amount.currencyCode);
  if (part === whole) return amount;
  const grain = BigInt(grainOf(amount.currencyCode));
  const numerator = BigInt(amount.minor) * BigInt(part);
  const denominator = BigInt(whole) * grain;
  const doubled = 2n * (numerator < 0n ? -numerator : numerator);
  const rounded = ((doubled + denominator) / (2n * denominator)) * grain;
  return money(Number(numerator < 0n ? -rounded : rounded), amount.currencyCode);
}

/**
 * What the units from `from` up to and without `to`, of `of` units, carry of an amount: the difference of two
 * rounded running totals, so that pieces laid end to end make the whole, however it is cut.
 */
export function piece(amount: Money, from: number, to: number, of: number): Money {
  return subtract(fraction(amount, to, of), fraction(amount, from, of));
}

/**
 * Splits an amount by whole-number weights so that the parts sum to the whole; the odd minor units go to
 * the first parts. Throws when every weight is zero.
 */
export function split(amount: Money, weights: readonly number[]): Money[] {
  const { minor, currencyCode } = amount;
  const grain = grainOf(currencyCode);
  const currency = { code: currencyCode, base: 10, exponent: exponentOf(currencyCode) };
  return allocate(dinero({ amount: minor / grain, currency }), [...weights]).map((part) =>
    money(toSnapshot(part).amount * grain, currencyCode),
  );
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currencyCode !== b.currencyCode) {
    throw new Error(`Amounts of different currencies: ${a.currencyCode} and ${b.currencyCode}`);
  }
  return a.currencyCode;
}
