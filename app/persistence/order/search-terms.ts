const LONGEST = 100;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The words of a text as they are searched: lower case, without accents, letters and digits only.
 * "#1042" gives 1042, "Zoë Müller" zoe and muller, an address its parts.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, LONGEST).join(''));
}

/**
 * What an entry is found by, searched from the start of each word. Scripts that write names without spaces
 * are found from each of their characters on.
 */
export function indexTerms(texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap((text) => wordsOf(text ?? ''));
  const terms = words.flatMap((word) => {
    if (!UNSPACED.test(word)) return [word];
    const characters = [...word];
    return characters.map((_, start) => characters.slice(start).join(''));
  });
  return [...new Set(terms)];
}

/** A PostgreSQL `tsquery`: every word has to begin a term. Empty for a text without words. */
export function searchQuery(text: string): string {
  return wordsOf(text)
    .map((word) => `'${word}':*`)
    .join(' & ');
}
