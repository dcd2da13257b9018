import { type Money, exponentOf, parseMoney } from '../money.ts';
import { type Result, err, ok } from '../result.ts';
import { type WrittenFault, notationOf, readNumber, writtenIn } from './written-number.ts';

/** A text that is no amount in its page's notation, with what would be one. */
export interface WrittenAmountFault {
  readonly fault: WrittenFault;
  readonly currencyCode: string;
  readonly decimals: number;
  /** An amount as the page writes it: "1,234.50". */
  readonly example: string;
}

/**
 * An amount as a person wrote it on a page, to the minor unit. Refused when it could mean another one.
 *
 * @param locale the language whose notation the page uses, such as "de"
 */
export function readAmount(
  text: string,
  currencyCode: string,
  locale: string,
): Result<Money, WrittenAmountFault> {
  const decimals = exponentOf(currencyCode);
  // Only what is more than digits and marks can hold the name of a currency.
  const units = /[^\d.,\s]/.test(text) ? namesOf(currencyCode, locale) : [];
  const written = readNumber(text, notationOf(locale), decimals, units);
  const amount = written.ok ? parseMoney(written.decimal, currencyCode) : null;
  if (amount) return ok(amount);
  const example = writtenIn(locale, decimals === 0 ? 12_345 : 1_234.5, decimals);
  const fault = written.ok ? 'too_long' : written.fault;
  return err({ fault, currencyCode, decimals, example });
}

/** What is wrong with a text that should be an amount, and what would be right; for staff, in English. */
export function amountFaultWords({
  fault,
  currencyCode,
  decimals,
  example,
}: WrittenAmountFault): string {
  switch (fault) {
    case 'missing':
      return `Enter an amount, such as ${example}.`;
    case 'negative':
      return `An amount cannot be below zero. Enter one such as ${example}.`;
    case 'ambiguous':
      return `This can be read as two different amounts. Write it such as ${example}.`;
    case 'too_many_decimals':
      return decimals === 0
        ? `Amounts in ${currencyCode} have no decimals. Write it such as ${example}.`
        : `Amounts in ${currencyCode} have at most ${decimals} decimals. Write it such as ${example}.`;
    case 'exponent':
      return `Write the amount out in digits, such as ${example}.`;
    case 'too_long':
      return 'This amount is larger than any that can be counted.';
    case 'not_a_number':
      return `This is not an amount in ${currencyCode}. Write it such as ${example}.`;
  }
}

/** The currency's code and its signs: "EUR", "€". */
function namesOf(currency: string, locale: string): readonly string[] {
  const signs = (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat(isTag(locale) ? locale : 'en', {
      style: 'currency',
      currency,
      currencyDisplay,
    })
      .formatToParts(0)
      .flatMap(({ type, value }) => (type === 'currency' ? [value] : [])),
  );
  return [currency, ...signs];
}

function isTag(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
