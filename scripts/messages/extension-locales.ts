import path from 'node:path';

import { type Files, type Texts, pluralOf } from './catalogue-files.ts';

/**
 * What Shopify takes for one locale file.
 * @see https://github.com/Shopify/cli/blob/main/packages/app/src/cli/utilities/extensions/locales-configuration.ts
 */
const FOLDERS: readonly {
  readonly folder: string;
  /** The texts of a language's file, by what its name has between the language and `.json`. */
  readonly filesOf: (language: Readonly<Record<string, Texts>>) => Readonly<Record<string, Texts>>;
}[] = [
  { folder: 'cancel-order', filesOf: ({ shopper = {} }) => ({ '': withoutAnswers(shopper) }) },
  {
    folder: 'cancellation-policy',
    filesOf: ({ storefront = {} }) => ({
      '': { policy: storefront['theme'] ?? '' },
      '.schema': (storefront['themeEditor'] ?? {}) as Texts,
    }),
  },
  { folder: 'admin-cancel-order-action', filesOf: ({ staff }) => staffFile(staff, 'action') },
  { folder: 'admin-cancel-orders-action', filesOf: ({ staff }) => staffFile(staff, 'bulk') },
  { folder: 'admin-cancellation-block', filesOf: ({ staff }) => staffFile(staff, 'block') },
];

/** What only the app says itself, in its answers, is not in the window's file: Shopify takes 20 kB. */
const withoutAnswers = ({ answers: _, ...window }: Texts): Texts => window;

/** The texts of an admin extension, with those that it shares with the other; none without staff texts. */
function staffFile(staff: Texts | undefined, which: string): Readonly<Record<string, Texts>> {
  if (!staff) return {};
  const { shared = {}, [which]: own = {} } = (staff['extensions'] ?? {}) as Record<string, Texts>;
  return { '': { ...own, ...shared } };
}

/** The locale files of all extensions, content by path. English is the one that Shopify falls back to. */
export function extensionLocales(files: Files): ReadonlyMap<string, string> {
  return new Map(
    FOLDERS.flatMap(({ folder, filesOf }) =>
      Object.entries(files).flatMap(([language, namespaces]) =>
        Object.entries(filesOf(namespaces)).map(([kind, texts]): [string, string] => [
          `extensions/${folder}/locales/${language}${language === 'en' ? '.default' : ''}${kind}.json`,
          // Liquid's texts name no language: the theme knows it.
          asFile(folder === 'cancellation-policy' ? texts : { language, ...withPlurals(texts) }),
        ]),
      ),
    ),
  );
}

/** With tabs, which cost half of what the project's two spaces do. */
const asFile = (texts: Texts): string => `${JSON.stringify(texts, null, '\t')}\n`;

/**
 * i18next's plural forms (`days_one`, `days_other`) as Shopify nests them (`days: { one, other }`).
 *
 * @see https://shopify.dev/docs/apps/build/checkout/localize-ui-extensions
 */
function withPlurals(texts: Texts): Texts {
  const nested: Record<string, string | Texts> = {};
  for (const [key, value] of Object.entries(texts)) {
    const { base, form } = pluralOf(key);
    if (typeof value !== 'string') nested[key] = withPlurals(value);
    else if (form === null) nested[key] = value;
    else nested[base] = { ...(nested[base] as Texts | undefined), [form]: value };
  }
  return nested;
}

/**
 * Bytes that Shopify takes for one locale file, and for all of an extension. Its CLI leaves it to Shopify to refuse more.
 * @see https://github.com/Shopify/cli/pull/5027 https://github.com/Shopify/cli/pull/5165
 */
const MOST_OF_FILE = 20 * 1024;
const MOST_OF_EXTENSION = 256 * 1024;

/** What is larger than Shopify takes, a sentence each; none when nothing is. */
export function sizeFaults(locales: ReadonlyMap<string, string>): readonly string[] {
  const folders = new Map<string, number>();
  const files = [...locales].map(([file, content]) => [file, Buffer.byteLength(content)] as const);
  for (const [file, size] of files) {
    const folder = path.posix.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + size);
  }
  const over = (sizes: Iterable<readonly [string, number]>, most: number): readonly string[] =>
    [...sizes]
      .filter(([, size]) => size > most)
      .map(([place, size]) => `${place} has ${size} bytes; Shopify takes ${most}.`);
  return [...over(files, MOST_OF_FILE), ...over(folders, MOST_OF_EXTENSION)];
}
