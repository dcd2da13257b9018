import type { ShopDomain } from '../ids.ts';
import type { EpochMs } from '../time.ts';
import { type JsonValue, canonicalJson } from './canonical-json.ts';

/** How hashes are made today. Links keep the number of theirs, so that older ones can be checked for ever. */
export const CHAIN_FORMAT = 1;

/**
 * What a link covers, as it is stored: whatever release wrote it, nothing of it is brought up to date. Events hold no
 * personal data, so that erasing people changes none of it.
 */
export interface Chained {
  /** The cancellation of an event, or the id of an audit entry. */
  readonly subject: string;
  /** The event's number; 0 for an audit entry. */
  readonly seq: number;
  readonly at: EpochMs;
  readonly type: string;
  /** In which shape `data` was stored. */
  readonly format: number;
  readonly data: JsonValue;
}

/** SHA-256 of a text's UTF-8, in small hexadecimal digits. */
export type Hash = (text: string) => string;

/** What a shop's first link follows. */
export const beginningOf = (shop: ShopDomain, hash: Hash): string =>
  hash(canonicalJson(['unorder-audit-chain', CHAIN_FORMAT, shop]));

/**
 * The hash of what follows another link of its shop.
 *
 * @throws Error for a format of a later release
 */
export function hashAfter(
  previous: string,
  { subject, seq, at, type, format, data }: Chained,
  hash: Hash,
  chainFormat: number = CHAIN_FORMAT,
): string {
  if (chainFormat !== CHAIN_FORMAT) throw new Error(`A link of format ${chainFormat}`);
  return hash(`${previous}\n${canonicalJson([subject, seq, at, type, format, data])}`);
}

/** A link as it is stored, with what it covers; null where that is gone. */
export interface Link {
  readonly position: number;
  readonly subject: string;
  readonly seq: number;
  readonly hash: string;
  readonly format: number;
  readonly covers: Omit<Chained, 'subject' | 'seq'> | null;
}

/** Where a chain ends. */
export interface ChainEnd {
  /** Of its last link; 0 where there is none. */
  readonly position: number;
  readonly hash: string;
}

/**
 * - `removed`: what the link covers is gone.
 * - `changed`: what it covers, or its place, is another than when it was made.
 * - `link_missing`: the link of this position is gone.
 * - `cut`: links after this one are gone, or there are more than the chain knows.
 * - `added`: an event stands among those that are chained, and is not.
 * - `unlike_noted`: at this position the chain had another hash when somebody noted it.
 */
export type BreakKind = 'removed' | 'changed' | 'link_missing' | 'cut' | 'added' | 'unlike_noted';

/** The first place where a chain does not hold. */
export interface ChainBreak {
  readonly kind: BreakKind;
  /** Of the link; null for what has none. */
  readonly position: number | null;
  /** What is concerned, as far as the chain says it. */
  readonly subject: string | null;
  readonly seq: number | null;
}

export type Verdict =
  | { readonly holds: true; readonly links: number; readonly hash: string }
  | ({ readonly holds: false } & ChainBreak);

/**
 * Follows links on from an end that holds: the new end, or where it breaks.
 *
 * @param links in the order of their positions
 */
export function follow(
  end: ChainEnd,
  links: readonly Link[],
  hash: Hash,
): { readonly end: ChainEnd } | { readonly broken: ChainBreak } {
  let { position, hash: previous } = end;
  for (const { covers, ...link } of links) {
    const { subject, seq } = link;
    position += 1;
    if (link.position !== position) {
      return { broken: { kind: 'link_missing', position, subject: null, seq: null } };
    }
    const found = { position, subject, seq };
    if (covers === null) return { broken: { kind: 'removed', ...found } };
    const expected = hashAfter(previous, { subject, seq, ...covers }, hash, link.format);
    if (expected !== link.hash) return { broken: { kind: 'changed', ...found } };
    previous = link.hash;
  }
  return { end: { position, hash: previous } };
}
