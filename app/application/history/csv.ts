import { exponentOf, type Money, toDecimal } from '../../domain/money.ts';
import { isoDateOf, wallTimeAt } from '../../domain/policy/windows/local-time.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { ExportForm } from '../../domain/history/export-form.ts';

/**
 * A cell by what it is, not by what it looks like: amounts and counts are numbers and stay such, minus sign included;
 * everything else is text, and text is no formula.
 */
export type Cell =
  | { readonly text: string | null }
  | { readonly amount: Money | null }
  | { readonly count: number | null }
  | { readonly at: EpochMs | null };

/** How cells are written in a file. */
export interface Dialect {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Null for UTC, as ISO 8601. */
  readonly timeZone: string | null;
  /** At the file's beginning. */
  readonly mark: string;
  readonly isSpreadsheet: boolean;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Both with CRLF between lines, as RFC 4180 has it. */
export function dialectOf({ format, locale, timeZone }: Omit<ExportForm, 'filter'>): Dialect {
  if (format !== 'spreadsheet') {
    const plain = { separator: ',', decimal: '.', timeZone: null, mark: '' } as const;
    return { ...plain, isSpreadsheet: false };
  }
  const decimal = decimalSign(locale) === ',' ? ',' : '.';
  return {
    separator: decimal === ',' ? ';' : ',',
    decimal,
    timeZone,
    mark: BYTE_ORDER_MARK,
    isSpreadsheet: true,
  };
}

const decimalSign = (locale: string): string | undefined =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;

/** A line with its end. */
export const csvLine = (cells: readonly Cell[], dialect: Dialect): string =>
  `${cells.map((cell) => written(cell, dialect)).join(dialect.separator)}\r\n`;

function written(cell: Cell, dialect: Dialect): string {
  if ('text' in cell) return textCell(cell.text ?? '', dialect);
  if ('count' in cell) return cell.count === null ? '' : String(cell.count);
  if ('at' in cell) return cell.at === null ? '' : instant(cell.at, dialect);
  if (!cell.amount) return '';
  const number = toDecimal(cell.amount);
  return dialect.decimal === '.' ? number : number.replace('.', ',');
}

/** "2026-11-29 23:05:00" by the clocks of a zone, or ISO 8601 in UTC: no reader takes a day for a month. */
function instant(at: EpochMs, { timeZone }: Dialect): string {
  if (timeZone === null) return new Date(at).toISOString();
  const wall = wallTimeAt(timeZone, at);
  return `${isoDateOf(wall)} ${new Date(wall).toISOString().slice(11, 19)}`;
}

/**
 * What spreadsheets take for the beginning of a formula, wide forms too.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A name that is only digits would become a number, and lose its zeros or its end. */
const DIGITS = /^\+?\d+$/;
/** A spreadsheet's cell holds 32,767 characters. */
const MOST_IN_A_CELL = 32_000;
const CUT = '… (cut, full text in JSON Lines)';

function textCell(text: string, { isSpreadsheet }: Dialect): string {
  if (isSpreadsheet && DIGITS.test(text)) return quoted(`="${text}"`);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  if (!isSpreadsheet) return quoted(safe);
  return quoted(safe.length > MOST_IN_A_CELL ? `${cutTo(safe, MOST_IN_A_CELL)}${CUT}` : safe);
}

/** The beginning of a text, of so many UTF-16 units at most, which ends with a whole character as people see them. */
function cutTo(text: string, most: number): string {
  const from = most - LONGEST_CHARACTER;
  let end = from;
  for (const { index, segment } of characters.segment(text.slice(from, most + LONGEST_CHARACTER))) {
    if (from + index + segment.length > most) break;
    end = from + index + segment.length;
  }
  return text.slice(0, end);
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** A family of four has 11 units; a begun one before `from` does not matter. */
const LONGEST_CHARACTER = 64;

const quoted = (text: string): string =>
  /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** An amount for JSON: its decimal text and its currency, exactly. */
export const jsonAmount = (amount: Money) => ({
  amount: toDecimal(amount),
  currency: amount.currencyCode,
  decimals: exponentOf(amount.currencyCode),
});
