const LONGEST = 100;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Letters that are written without their stroke or bow and are no letter with an accent to Unicode. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const UNPLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
/** How German names are written where there is no umlaut. */
const UMLAUT = /([aou])\u0308/gu;

/**
 * The words of a text as they are searched: lower case, without accents, letters and digits only.
 * "#1042" gives 1042, "Zoë Müller" zoe and muller, an address its parts.
 */
export const wordsOf = (text: string): string[] => split(plain(text.normalize('NFKD')));

/** The same, umlauts written as two letters; the words of a text without any are those of `wordsOf`. */
const wordsWithUmlauts = (text: string): string[] =>
  split(plain(text.normalize('NFKD').toLowerCase().replace(UMLAUT, '$1e')));

const plain = (decomposed: string): string =>
  decomposed
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(UNPLAIN, (letter) => PLAIN[letter] ?? letter);

const split = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, LONGEST).join(''));

/**
 * What an entry is found by, searched from the start of each word. Scripts that write names without spaces
 * are found from each of their characters on.
 */
export function indexTerms(texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap((text) => [...wordsOf(text ?? ''), ...wordsWithUmlauts(text ?? '')]);
  const terms = words.flatMap((word) => {
    if (!UNSPACED.test(word)) return [word];
    const characters = [...word];
    return characters.map((_, start) => characters.slice(start).join(''));
  });
  return [...new Set(terms)];
}

/** The words of what somebody searches for, each in every way in which it may begin a term. */
export function searchedWords(text: string): readonly (readonly string[])[] {
  const words = wordsOf(text);
  const others = wordsWithUmlauts(text);
  const searched = words.map((word, at) => [...new Set([word, others[at] ?? word])]);
  return searched.filter(
    ([word], at) => searched.findIndex(([earlier]) => earlier === word) === at,
  );
}

/** A PostgreSQL `tsquery`: every word has to begin a term. Empty for a text without words. */
export function searchQuery(words: readonly (readonly string[])[]): string {
  return words.map((ways) => `(${ways.map((word) => `'${word}':*`).join(' | ')})`).join(' & ');
}
