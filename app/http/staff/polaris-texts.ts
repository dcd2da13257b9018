import { createRequire } from 'node:module';

import type { Language } from '../../messages/message-types.ts';

/** A JSON file of Polaris's: what its components say by themselves. */
interface PolarisTexts {
  readonly [key: string]: string | PolarisTexts;
}

const require = createRequire(import.meta.url);
const loaded = new Map<Language, PolarisTexts | null>();

/** What Polaris's own components say in a language; null for English, which they speak without being told. */
export function polarisTexts(language: Language): PolarisTexts | null {
  if (language === 'en') return null;
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const texts = load(language);
  loaded.set(language, texts);
  return texts;
}

function load(language: Language): PolarisTexts | null {
  try {
    return require(`@shopify/polaris/locales/${language}.json`) as PolarisTexts;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
