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

/** Reads the catalogue: a folder is a language, a file of it a namespace. English comes first. */
export function readCatalogue(): Files {
  const languages = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
  return Object.fromEntries(languages.map((language) => [language, readLanguage(language)]));
}

function readLanguage(language: string): Readonly<Record<string, Texts>> {
  const files = readdirSync(path.join(FOLDER, language))
    .filter((file) => file.endsWith('.json'))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(path.join(FOLDER, language, file), 'utf8')) as Texts,
    ]),
  );
}

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
