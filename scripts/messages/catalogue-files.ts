import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Texts {
  readonly [key: string]: string | Texts;
}

/** Texts by language and namespace, as the files hold them. */
export type Files = Readonly<Record<string, Readonly<Record<string, Texts>>>>;

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = path.join(ROOT, 'app/messages');

/** A file of the catalogue. */
export interface MessageFile {
  readonly language: string;
  readonly namespace: string;
  /** Of several files that make one namespace, which; null where the file is the namespace. */
  readonly page: string | null;
  readonly texts: Texts;
}

/**
 * Reads the files of the catalogue: a folder is a language, a file of it a namespace, and a folder of it one whose texts
 * stand in a file for each page. English comes first.
 */
export function readMessageFiles(): readonly MessageFile[] {
  const languages = namesIn('')
    .filter(({ isFile }) => !isFile)
    .map(({ name }) => name)
    .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
  return languages.flatMap((language) =>
    namesIn(language).flatMap(({ name, isFile }): readonly MessageFile[] =>
      isFile
        ? [{ language, namespace: name, page: null, texts: textsOf(language, name) }]
        : namesIn(path.join(language, name)).map(({ name: page }) => ({
            language,
            namespace: name,
            page,
            texts: textsOf(language, name, page),
          })),
    ),
  );
}

/** The texts of the files, those of one namespace together. */
export function catalogueOf(files: readonly MessageFile[]): Files {
  const catalogue: Record<string, Record<string, Texts>> = {};
  for (const { language, namespace, texts } of files) {
    const namespaces = (catalogue[language] ??= {});
    namespaces[namespace] = { ...namespaces[namespace], ...texts };
  }
  return catalogue;
}

export const readCatalogue = (): Files => catalogueOf(readMessageFiles());

const namesIn = (folder: string): readonly { readonly name: string; readonly isFile: boolean }[] =>
  readdirSync(path.join(FOLDER, folder), { withFileTypes: true })
    .map((entry) => ({ name: entry.name.replace(/\.json$/, ''), isFile: entry.isFile() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const textsOf = (...place: readonly string[]): Texts =>
  JSON.parse(readFileSync(`${path.join(FOLDER, ...place)}.json`, 'utf8')) as Texts;

/** Texts by their whole key, plural forms included: `form.until`, `units.day_few`. */
export function flatten(texts: Texts, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** A key without its plural form, and the form; null where the text has none. */
export function pluralOf(key: string): { readonly base: string; readonly form: string | null } {
  const [suffix, form] = PLURAL.exec(key) ?? [];
  return suffix === undefined || form === undefined
    ? { base: key, form: null }
    : { base: key.slice(0, -suffix.length), form };
}

/** The values a text asks for, each once, in order of the alphabet. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))].sort();
