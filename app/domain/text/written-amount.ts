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
  const example = amountExample(currencyCode, locale);
  const fault = written.ok ? 'too_long' : written.fault;
  return err({ fault, currencyCode, decimals, example });
}

/** An amount as a language writes it: "1,234.50". */
export function amountExample(currencyCode: string, locale: string): string {
  const decimals = exponentOf(currencyCode);
  return writtenIn(locale, decimals === 0 ? 12_345 : 1_234.5, decimals);
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
