/**
 * Money as whole minor units. Written for the local Shopify alone, so that what checks an app's
 * sums does not share them.
 */
import type { CurrencyCode, Minor } from '../model.ts';

/**
 * Digits after the decimal point; two unless listed, for every code of the official `CurrencyCode`. Currencies
 * that count in fifths (MGA, MRU) have one, as Shopify rounds the logarithm of their subunits.
 * Source: https://github.com/Shopify/money (config/currency_iso.json, config/crypto.yml, lib/money/currency.rb)
 */
const EXPONENTS: Readonly<Record<string, number>> = {
  MGA: 1,
  MRU: 1,
  BIF: 0,
  BYR: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

const SYMBOLS: Readonly<Record<string, string>> = {
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  USD: '$',
  CAD: '$',
};

function exponentOf(currency: CurrencyCode): number {
  return EXPONENTS[currency] ?? 2;
}

/** Raised for text that is no decimal, or has more digits than the currency. */
export class InvalidAmount extends Error {
  override readonly name = 'InvalidAmount';
}

/**
 * Minor units of a decimal text: `"12.5"` EUR is 1250. Trailing zeros beyond the currency's digits
 * are allowed, other digits there are not.
 *
 * @throws InvalidAmount
 */
export function parseDecimal(text: string, currency: CurrencyCode): Minor {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) throw new InvalidAmount(`"${text}" is not a decimal amount.`);
  const [, sign, whole = '0', fraction = ''] = match;
  const exponent = exponentOf(currency);
  if (/[^0]/.test(fraction.slice(exponent))) {
    throw new InvalidAmount(`"${text}" has more digits than ${currency} has.`);
  }
  const digits = whole + fraction.slice(0, exponent).padEnd(exponent, '0');
  const minor = safe(BigInt(digits));
  return sign === '-' && minor !== 0 ? -minor : minor;
}

/**
 * The way the Admin API writes a decimal: no trailing zeros, but one digit after the point.
 * `1000` EUR is `"10.0"`, `1234` is `"12.34"`.
 * Source: recorded answers in
 * https://github.com/airhorns/shopify-draft-proxy/tree/main/fixtures/conformance
 */
export function formatDecimal(minor: Minor, currency: CurrencyCode): string {
  const fixed = formatFixed(minor, currency);
  if (!fixed.includes('.')) return `${fixed}.0`;
  return fixed.replace(/0+$/, '').replace(/\.$/, '.0');
}

/** All of the currency's digits, as REST payloads and mails write it: `"10.00"`, JPY `"10"`. */
export function formatFixed(minor: Minor, currency: CurrencyCode): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** `€10.00`; a currency without a sign of its own is written `10.000 KWD`. */
export function formatForPeople(minor: Minor, currency: CurrencyCode): string {
  const symbol = SYMBOLS[currency];
  const sign = minor < 0 ? '\u2212' : '';
  const fixed = formatFixed(Math.abs(minor), currency);
  return sign + (symbol === undefined ? `${fixed} ${currency}` : `${symbol}${fixed}`);
}

/** Converts with a decimal rate, rounding half away from zero. */
export function convert(
  minor: Minor,
  from: CurrencyCode,
  to: CurrencyCode,
  toPerFrom: string,
): Minor {
  if (from === to) return minor;
  const match = /^(\d+)(?:\.(\d+))?$/.exec(toPerFrom);
  if (match === null) throw new InvalidAmount(`"${toPerFrom}" is not an exchange rate.`);
  const [, whole = '0', fraction = ''] = match;
  const rate = BigInt(whole + fraction);
  const scaleUp = 10n ** BigInt(exponentOf(to));
  const scaleDown = 10n ** BigInt(exponentOf(from) + fraction.length);
  return safe(divideHalfUp(BigInt(minor) * rate * scaleUp, scaleDown));
}

/** `amount * numerator / denominator`, rounded half away from zero. */
export function proportion(amount: Minor, numerator: number, denominator: number): Minor {
  if (denominator === 0) return 0;
  return safe(divideHalfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
}

/**
 * The part of `amount` that units `from` (inclusive) to `to` (exclusive) of `of` carry. Parts that
 * lie end to end add up to the amount, whatever the rounding.
 */
export function share(amount: Minor, from: number, to: number, of: number): Minor {
  return proportion(amount, to, of) - proportion(amount, from, of);
}

/**
 * Splits `amount` over weights so that the parts add up to it; the last weighted part takes what
 * rounding left over.
 */
export function spread(amount: Minor, weights: readonly Minor[]): Minor[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const part = share(amount, before, before + weight, total);
    before += weight;
    return part;
  });
}

export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0;
  for (const amount of amounts) total += amount;
  return safe(BigInt(total));
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

function safe(minor: bigint): Minor {
  const number = Number(minor);
  if (!Number.isSafeInteger(number)) throw new InvalidAmount(`${minor} is out of range.`);
  return number;
}
