/** The world's one source of chance: seeded, so that a run can be repeated exactly. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  uuid(): string;
  /** `length` characters out of 0-9a-f. */
  hex(length: number): string;
}

const HEX = '0123456789abcdef';

export function createRandom(seed: number): Random {
  // SplitMix32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md#splitmix32
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  const hex = (length: number): string => {
    let text = '';
    for (let digit = 0; digit < length; digit += 1) text += HEX.charAt(between(0, 15));
    return text;
  };
  const uuid = (): string =>
    [hex(8), hex(4), `4${hex(3)}`, `${between(8, 11).toString(16)}${hex(3)}`, hex(12)].join('-');
  return { next, between, hex, uuid };
}
