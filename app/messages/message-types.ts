import type { Language, Namespace, ValuesByKey } from './keys.generated.ts';

export type { Language, Namespace } from './keys.generated.ts';

/** Texts of a namespace in one language, as its JSON file holds them: i18next's format, version 4. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** What languages say, by language and namespace. */
export type Catalogue = Readonly<Record<string, Readonly<Partial<Record<Namespace, Texts>>>>>;

/** The key of a text, without its plural form: `form.until`. */
export type Key<N extends Namespace> = keyof ValuesByKey[N] & string;

/** What is put into a text. A number is written as the reader's language writes it; `count` chooses the plural form. */
export type Value = string | number;

/** What has to be put into any text of these keys. */
export type ValuesOf<N extends Namespace, K extends Key<N>> = (
  K extends unknown ? (values: ValuesByKey[N][K]) => void : never
) extends (values: infer All) => void
  ? All
  : never;

type Arguments<Values> = Record<never, never> extends Values ? [values?: Values] : [values: Values];

export type Translate<N extends Namespace> = <K extends Key<N>>(
  key: K,
  ...values: Arguments<ValuesOf<N, K>>
) => string;

/** Texts of one namespace in one reader's language. */
export interface Messages<N extends Namespace> {
  /** Whose texts these are: English where the reader's language has none. */
  readonly language: Language;
  /** How the reader's numbers, amounts and dates are written: that language, and their region where it is known. */
  readonly locale: string;
  readonly t: Translate<N>;
  /** The text of a key that is made of a code, which may be newer than the texts; null where there is none. */
  readonly find: (key: string) => string | null;
}

/** What a browser needs to speak one namespace in one language. */
export interface MessageBundle<N extends Namespace = Namespace> {
  readonly namespace: N;
  readonly language: Language;
  readonly locale: string;
  readonly texts: Texts;
}
