/*
 * Numbers as people write them. This file stands alone, so that the server, its pages and the extensions read
 * a text in the same way.
 */

/** How a language writes numbers: "1,234.50" in English, "1.234,50" in German. */
export interface Notation {
  readonly decimal: string;
  /** A space stands for every kind of space. */
  readonly group: string;
  /** The last three digits, then pairs: "12,34,567". */
  readonly groupsInPairs: boolean;
}

/** Why a text is not read. Nothing is ever guessed: another reading could be a thousand times the amount. */
export type WrittenFault =
  | 'missing'
  | 'not_a_number'
  | 'negative'
  | 'exponent'
  /** Another habit of writing makes another number of it. */
  | 'ambiguous'
  | 'too_many_decimals'
  | 'too_long';

export type Written =
  | { readonly ok: true; /** Digits with a point: "1234.50". */ readonly decimal: string }
  | { readonly ok: false; readonly fault: WrittenFault };

const known = new Map<string, Notation>();

/** The notation of a language tag such as "de-CH"; that of English for what is none. */
export function notationOf(locale: string): Notation {
  const before = known.get(locale);
  if (before) return before;
  const notation = notationIn((number) => formatIn(locale, number));
  // What a client may name as a language has no end.
  if (known.size < MOST_KNOWN) known.set(locale, notation);
  return notation;
}

const MOST_KNOWN = 200;

/** The notation in which `format` writes numbers with one decimal. */
export function notationIn(format: (number: number) => string): Notation {
  const text = tidied(format(1_234_567.5));
  const marks = text.replace(/\d/g, '');
  const decimal = marks.at(-1) ?? '.';
  const group = marks.length > 1 ? (marks[0] ?? '') : '';
  return { decimal, group, groupsInPairs: /^12\D34\D567/.test(text) };
}

/** A number as the notation's own language writes it, with so many decimals. */
export function writtenIn(locale: string, number: number, decimals: number): string {
  return formatIn(locale, number, decimals);
}

function formatIn(locale: string, number: number, decimals = 1): string {
  const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
  try {
    return new Intl.NumberFormat(locale, { ...style, useGrouping: true }).format(number);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.NumberFormat('en', style).format(number);
  }
}

/** More digits than any amount has; beyond them numbers would not be exact. */
const MOST_DIGITS = 15;

/**
 * Reads a number written in a notation, with at most so many decimals. A text in another notation is taken when
 * it has only that one reading ("59,20" on an English page), and refused when it may mean something else.
 * Digits of any script, spaces and apostrophes between groups are understood.
 *
 * @param units what may stand before or after the number: "€", "EUR", "%"
 */
export function readNumber(
  text: string,
  notation: Notation,
  decimals: number,
  units: readonly string[] = [],
): Written {
  const tidy = withoutUnits(tidied(text), units).replace(NO_CENTS, '');
  if (tidy === '') return refused('missing');
  if (/^[-\u2010-\u2015\u2212(]|[-\u2212]$/.test(tidy) && /\d/.test(tidy))
    return refused('negative');
  if (/^[\d.,\u066b ]+e[+-]?\d+$/i.test(tidy)) return refused('exponent');
  if (!/^[\d., '\u2019\u066b\u066c]+$/.test(tidy) || !/\d/.test(tidy))
    return refused('not_a_number');
  if (tidy.replace(/\D/g, '').length > MOST_DIGITS) return refused('too_long');
  return decided(readingsOf(tidy, notation, decimals));
}

/** "12,-", "12.–" and "12,--" are twelve and no cents where German, Dutch and the Nordic languages are written. */
const NO_CENTS = /(?<=\d)[.,][-\u2010-\u2015\u2212]{1,2}$/;

const refused = (fault: WrittenFault): Written => ({ ok: false, fault });

interface Reading {
  /** Digits with a point. */
  readonly decimal: string;
  readonly hasDecimals: boolean;
  /** A point or a comma between groups: elsewhere it stands before decimals. */
  readonly hasMarkedGroups: boolean;
}

type Attempt = Reading | 'too_many_decimals' | null;

function decided({ own, others }: { own: Attempt; others: readonly Attempt[] }): Written {
  const readable = others.filter(isReading);
  if (isReading(own)) {
    const isContested = own.hasMarkedGroups && readable.some((other) => other.hasDecimals);
    return own.hasDecimals || !isContested ? accepted(own) : refused('ambiguous');
  }
  if (readable.some((other) => !other.hasDecimals)) return refused('ambiguous');
  const [only] = readable;
  if (only) return accepted(only);
  const isTooFine = own === 'too_many_decimals' || others.includes('too_many_decimals');
  return refused(isTooFine ? 'too_many_decimals' : 'not_a_number');
}

const accepted = ({ decimal }: Reading): Written => ({ ok: true, decimal });

const isReading = (attempt: Attempt): attempt is Reading =>
  attempt !== null && attempt !== 'too_many_decimals';

const POINT: Notation = { decimal: '.', group: ',', groupsInPairs: false };
const COMMA: Notation = { decimal: ',', group: '.', groupsInPairs: false };

function readingsOf(
  text: string,
  notation: Notation,
  decimals: number,
): { own: Attempt; others: readonly Attempt[] } {
  const others = [POINT, COMMA].filter(
    ({ decimal, group }) => decimal !== notation.decimal || group !== notation.group,
  );
  return {
    own: reading(text, notation, decimals),
    others: others.map((other) => reading(text, other, decimals)),
  };
}

/** Between groups everywhere, before decimals nowhere. */
const ALWAYS_GROUPS = /[ '\u2019\u066c]/;

function reading(text: string, notation: Notation, decimals: number): Attempt {
  // The Arabic decimal sign is one in every notation.
  const [whole = '', fraction = null, ...more] = text.split(
    new RegExp(`[\\u066b${notation.decimal}]`),
  );
  if (more.length > 0 || (fraction !== null && !/^\d+$/.test(fraction))) return null;
  const marks = [...new Set(whole.replace(/\d/g, ''))];
  const [mark] = marks;
  if (marks.length > 1) return null;
  if (mark !== undefined && mark !== notation.group && !ALWAYS_GROUPS.test(mark)) return null;
  if (mark !== undefined && !areGroups(whole.split(mark), notation.groupsInPairs)) return null;
  if (whole === '' && fraction === null) return null;
  if (fraction !== null && fraction.length > decimals) return 'too_many_decimals';
  const digits = mark === undefined ? whole : whole.split(mark).join('');
  const exact = digits === '' ? '0' : digits.replace(/^0+(?=\d)/, '');
  return {
    decimal: decimals === 0 ? exact : `${exact}.${(fraction ?? '').padEnd(decimals, '0')}`,
    hasDecimals: fraction !== null,
    hasMarkedGroups: mark === '.' || mark === ',',
  };
}

function areGroups(groups: readonly string[], inPairs: boolean): boolean {
  const [first = '', ...rest] = groups;
  const last = rest.at(-1) ?? '';
  if (!/^[1-9]\d{0,2}$/.test(first) || !/^\d{3}$/.test(last)) return false;
  const middle = rest.slice(0, -1);
  return (
    middle.every((group) => /^\d{3}$/.test(group)) ||
    (inPairs && first.length < 3 && middle.every((group) => /^\d{2}$/.test(group)))
  );
}

function withoutUnits(text: string, units: readonly string[]): string {
  for (const unit of units.map(tidied)) {
    if (unit === '') continue;
    if (text.toLowerCase().startsWith(unit.toLowerCase())) return text.slice(unit.length).trim();
    if (text.toLowerCase().endsWith(unit.toLowerCase())) return text.slice(0, -unit.length).trim();
  }
  return text;
}

/** Where the digits of other scripts begin: Arabic, Persian, Devanagari, Bengali, … */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

/** The same text with the digits 0 to 9, plain spaces, and no marks of writing direction. */
function tidied(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((start) => code >= start && code < start + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/\s/g, ' ')
    .trim();
}
