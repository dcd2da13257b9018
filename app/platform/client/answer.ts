import { isCurrencyCode, type Money, type MoneyBag, parseMoney } from '../../domain/money.ts';
import type { EpochMs } from '../../domain/time.ts';
import { MalformedAnswer } from './platform-error.ts';

/** The instant of a `DateTime` scalar. Throws MalformedAnswer when it is none. */
export function instant(text: string): EpochMs {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new MalformedAnswer(`Not a time: ${text}`);
  return at;
}

export const instantOrNull = (text: string | null | undefined): EpochMs | null =>
  text === null || text === undefined ? null : instant(text);

interface MoneyV2 {
  readonly amount: string;
  readonly currencyCode: string;
}

/** The amount of a `MoneyV2`. Throws MalformedAnswer when it is not exact in its currency. */
export function amountOf({ amount, currencyCode }: MoneyV2): Money {
  const money = isCurrencyCode(currencyCode) ? parseMoney(amount, currencyCode) : null;
  if (!money) throw new MalformedAnswer(`Not an amount: ${amount} ${currencyCode}`);
  return money;
}

export interface PresentmentMoney {
  readonly presentmentMoney: MoneyV2;
}

/** The amount of a `MoneyBag` in the currency that the customer paid in. */
export const presentment = ({ presentmentMoney }: PresentmentMoney): Money =>
  amountOf(presentmentMoney);

/** Both amounts of a `MoneyBag`. */
export function bagOf(bag: {
  readonly presentmentMoney: MoneyV2;
  readonly shopMoney: MoneyV2;
}): MoneyBag {
  return { presentment: amountOf(bag.presentmentMoney), shop: amountOf(bag.shopMoney) };
}

/** A value that has to be there. Throws MalformedAnswer naming it when it is not. */
export function required<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new MalformedAnswer(`${name} is missing`);
  return value;
}

/** A value that may be null but has to be answered. Throws MalformedAnswer naming it when it is not. */
export function answered<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new MalformedAnswer(`${name} is missing`);
  return value;
}

/**
 * A customer's name, or null. Not `displayName`: the schema lets it not be null, so that without approval for
 * names the whole customer would be.
 */
export function fullName({
  firstName,
  lastName,
}: {
  readonly firstName: string | null;
  readonly lastName: string | null;
}): string | null {
  const name = [firstName, lastName].filter((part) => part !== null && part !== '').join(' ');
  return name === '' ? null : name;
}
