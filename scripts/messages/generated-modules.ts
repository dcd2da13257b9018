import {
  type Files,
  type MessageFile,
  flatten,
  placeholdersOf,
  pluralOf,
} from './catalogue-files.ts';

const HEADING = '/* Written by `npm run messages` from the JSON files beside it. Do not edit. */\n';

/** `enStaffPolicyWords`, of the file `en/staff/policy-words.json`. */
const nameOf = ({ language, namespace, page }: MessageFile): string =>
  [language, namespace, page ?? '']
    .join('-')
    .replaceAll(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase());

const placeOf = ({ language, namespace, page }: MessageFile): string =>
  `./${[language, namespace, ...(page === null ? [] : [page])].join('/')}.json`;

/** The module that holds every text of every language: for the server. */
export function catalogueModule(files: readonly MessageFile[]): string {
  const ofLanguage = (language: string) => files.filter((file) => file.language === language);
  const textsOf = (language: string, namespace: string): string => {
    const parts = ofLanguage(language).filter((file) => file.namespace === namespace);
    const [first] = parts;
    return first?.page === null
      ? nameOf(first)
      : `{ ${parts.map((part) => `...${nameOf(part)}`).join(', ')} }`;
  };
  return [
    HEADING,
    ...files.map((file) => `import ${nameOf(file)} from '${placeOf(file)}' with { type: 'json' };`),
    '',
    'export const CATALOGUE = {',
    ...[...new Set(files.map(({ language }) => language))].map((language) => {
      const namespaces = new Set(ofLanguage(language).map(({ namespace }) => namespace));
      const texts = [...namespaces].map(
        (namespace) => `${namespace}: ${textsOf(language, namespace)}`,
      );
      return `  ${JSON.stringify(language)}: { ${texts.join(', ')} },`;
    }),
    '};',
    '',
  ].join('\n');
}

/** The languages, and the type of every English key with the values that its text asks for. */
export function keysModule(files: Files): string {
  const english = files['en'] ?? {};
  return [
    HEADING,
    `export const LANGUAGES = ${JSON.stringify(Object.keys(files))} as const;`,
    'export type Language = (typeof LANGUAGES)[number];',
    `export type Namespace = ${Object.keys(english)
      .map((namespace) => `'${namespace}'`)
      .join(' | ')};`,
    '',
    'type Value = string | number;',
    'type None = Readonly<Record<never, never>>;',
    '',
    'export interface ValuesByKey {',
    ...Object.entries(english).map(([namespace, texts]) => {
      const values = new Map<string, readonly string[]>();
      for (const [key, text] of flatten(texts)) {
        const { base, form } = pluralOf(key);
        const known = values.get(base) ?? [];
        const counted = form === null ? [] : ['count'];
        values.set(base, [...new Set([...known, ...placeholdersOf(text), ...counted])]);
      }
      const lines = [...values].map(([key, names]) => {
        const type = names
          .map((name) => `readonly ${name}: ${name === 'count' ? 'number' : 'Value'}`)
          .join('; ');
        return `    readonly '${key}': ${names.length === 0 ? 'None' : `{ ${type} }`};`;
      });
      return [`  readonly ${namespace}: {`, ...lines, '  };'].join('\n');
    }),
    '}',
    '',
  ].join('\n');
}
