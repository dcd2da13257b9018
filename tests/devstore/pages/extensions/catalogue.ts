import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';
import type { Translations } from '../browser/extension-contract.ts';
import { listFolder, readText } from './files.ts';

/** One extension as its folder describes it. */
export interface Extension {
  readonly handle: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly targets: readonly string[];
  readonly capabilities: readonly string[];
  /** Metafields that order pages bring along, for all targets or one. */
  readonly metafields: readonly { readonly namespace: string; readonly key: string }[];
  /** The built script's file, or null when the extension has not been built. */
  readonly scriptFile: string | null;
  readonly defaultLocale: string;
  readonly locales: ReadonlyMap<string, Translations>;
}

const typeSchema = z.object({ extensions: z.array(z.object({ type: z.string() })).min(1) });

const metafieldsSchema = z.array(z.object({ namespace: z.string(), key: z.string() })).default([]);

const fileSchema = z.object({
  api_version: z.string(),
  extensions: z
    .array(
      z.object({
        type: z.string(),
        name: z.string(),
        handle: z.string(),
        targeting: z
          .array(z.object({ target: z.string(), metafields: metafieldsSchema }))
          .default([]),
        metafields: metafieldsSchema,
        capabilities: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .min(1),
});

/**
 * Reads every UI extension below a folder from its `shopify.extension.toml`, built script and locales,
 * as Shopify takes them on deploy. Source of the file's shape:
 * https://shopify.dev/docs/apps/build/app-extensions/configure-app-extensions. A missing folder
 * means no extensions; a file that does not fit throws, naming it.
 */
export async function readExtensions(folder: string): Promise<readonly Extension[]> {
  const names = (await listFolder(folder)).filter((entry) => entry.isDirectory());
  const found = await Promise.all(names.map(({ name }) => readExtension(path.join(folder, name))));
  return found.filter((extension) => extension !== null);
}

async function readExtension(folder: string): Promise<Extension | null> {
  const file = path.join(folder, 'shopify.extension.toml');
  const text = await readText(file);
  if (text === null) return null;
  const content = parse(text);
  const type = typeSchema.safeParse(content).data?.extensions[0]?.type;
  // Read elsewhere: storefront/theme and http/app/flow-extensions.
  if (type === 'theme' || type?.startsWith('flow_') === true) return null;
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const [first] = parsed.data.extensions;
  if (first?.type !== 'ui_extension') return null;
  const { locales, defaultLocale } = await readLocales(path.join(folder, 'locales'));
  return {
    handle: first.handle,
    name: displayName(first.name, locales.get(defaultLocale)),
    apiVersion: parsed.data.api_version,
    targets: first.targeting.map(({ target }) => target),
    metafields: [...first.metafields, ...first.targeting.flatMap((target) => target.metafields)],
    capabilities: Object.entries(first.capabilities)
      .filter(([, value]) => value === true)
      .map(([name]) => name),
    scriptFile: await newestScript(path.join(folder, 'dist')),
    defaultLocale,
    locales,
  };
}

/** `t:key` names a text of the default locale. */
function displayName(name: string, translations: Translations | undefined): string {
  if (!name.startsWith('t:')) return name;
  const text = translations?.[name.slice(2)];
  return typeof text === 'string' ? text : name;
}

async function readLocales(
  folder: string,
): Promise<{ locales: Map<string, Translations>; defaultLocale: string }> {
  const locales = new Map<string, Translations>();
  let defaultLocale = 'en';
  for (const { name } of await listFolder(folder)) {
    const match = /^([\w-]+?)(\.default)?\.json$/.exec(name);
    if (!match) continue;
    const [, locale = '', isDefault] = match;
    const text = await readText(path.join(folder, name));
    locales.set(locale, JSON.parse(text ?? '{}') as Translations);
    if (isDefault !== undefined) defaultLocale = locale;
  }
  return { locales, defaultLocale };
}

async function newestScript(folder: string): Promise<string | null> {
  const scripts = (await listFolder(folder)).filter(({ name }) => name.endsWith('.js'));
  const dated = await Promise.all(
    scripts.map(async ({ name }) => {
      const file = path.join(folder, name);
      return { file, at: (await stat(file)).mtimeMs };
    }),
  );
  return dated.sort((a, b) => b.at - a.at)[0]?.file ?? null;
}

/**
 * The translations for a language: its own file, its language's file, or the default, with the
 * default's texts where one is missing. Returns the language they are in.
 */
export function translationsFor(
  extension: Extension,
  language: string,
): { language: string; translations: Translations } {
  const fallback = extension.locales.get(extension.defaultLocale) ?? {};
  const [base = language] = language.split('-');
  for (const candidate of [language, base]) {
    const own = extension.locales.get(candidate);
    if (own) return { language: candidate, translations: merge(fallback, own) };
  }
  return { language: extension.defaultLocale, translations: fallback };
}

function merge(under: Translations, over: Translations): Translations {
  const merged: Translations = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] =
      typeof value === 'object' && typeof below === 'object' ? merge(below, value) : value;
  }
  return merged;
}
