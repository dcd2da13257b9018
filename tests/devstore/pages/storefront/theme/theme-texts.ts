import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { escapeHtml } from '../../../http/pages/html.ts';
import { listFolder } from '../../extensions/files.ts';

/** The texts of one language, nested as in its file. */
type Texts = { readonly [key: string]: string | Texts };

/**
 * What a theme app extension says, for shoppers by language, and for merchants in the theme editor.
 * Source: https://shopify.dev/docs/storefronts/themes/architecture/locales
 */
export interface ThemeTexts {
  readonly storefront: LanguageTexts;
  readonly schema: LanguageTexts;
}

interface LanguageTexts {
  readonly fallback: string;
  readonly byLanguage: ReadonlyMap<string, Texts>;
}

const textsSchema: z.ZodType<Texts> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), textsSchema])),
);

/** Reads `en.default.json`, `de.json`, `en.default.schema.json` and their like. */
export async function readThemeTexts(folder: string): Promise<ThemeTexts> {
  const names = (await listFolder(folder)).map(({ name }) => name);
  return {
    storefront: await readTexts(folder, names, /^([\w-]+?)(\.default)?\.json$/),
    schema: await readTexts(folder, names, /^([\w-]+?)(\.default)?\.schema\.json$/),
  };
}

async function readTexts(
  folder: string,
  names: readonly string[],
  pattern: RegExp,
): Promise<LanguageTexts> {
  const byLanguage = new Map<string, Texts>();
  let fallback = 'en';
  for (const name of names) {
    const match = pattern.exec(name);
    if (!match) continue;
    const [, language = '', isDefault] = match;
    const file = path.join(folder, name);
    const parsed = textsSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    byLanguage.set(language, parsed.data);
    if (isDefault !== undefined) fallback = language;
  }
  return { fallback, byLanguage };
}

/**
 * The text of a key in a language, or else in its base language, or else in the default one. Throws
 * where none has it. `count` chooses among plural forms; `{{ name }}` takes a value. The text and
 * its values are escaped unless the key ends in `_html` or `.html`, then only the values are.
 */
export function translate(
  texts: LanguageTexts,
  language: string,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  const [base = language] = language.split('-');
  for (const candidate of [language, base, texts.fallback]) {
    const found = lookUp(texts.byLanguage.get(candidate), key.split('.'));
    const text = typeof found === 'object' ? plural(found, candidate, values['count']) : found;
    if (text !== undefined) return fill(text, values, !/[_.]html$/.test(key));
  }
  throw new Error(`Translation missing: ${language}.${key}`);
}

function lookUp(texts: Texts | undefined, [head, ...rest]: string[]): string | Texts | undefined {
  const found = head === undefined ? undefined : texts?.[head];
  if (rest.length === 0) return found;
  return typeof found === 'object' ? lookUp(found, rest) : undefined;
}

function plural(forms: Texts, language: string, count: unknown): string | undefined {
  if (typeof count !== 'number') return undefined;
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'];
  return typeof form === 'string' ? form : undefined;
}

function fill(text: string, values: Readonly<Record<string, unknown>>, escape: boolean): string {
  return (escape ? escapeHtml(text) : text).replace(
    /\{\{\s*(\w+)\s*\}\}/g,
    (_whole, name: string) => {
      if (!Object.hasOwn(values, name)) throw new Error(`The text "${text}" wants ${name}.`);
      return escapeHtml(String(values[name]));
    },
  );
}
