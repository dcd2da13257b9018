import { type Files, flatten, placeholdersOf, pluralOf } from './catalogue-files.ts';

const HEADING = '/* Written by `npm run messages` from the JSON files beside it. Do not edit. */\n';

const nameOf = (language: string, namespace: string): string =>
  `${language.replaceAll(/[^A-Za-z]/g, '')}${namespace.charAt(0).toUpperCase()}${namespace.slice(1)}`;

/** The module that holds every text of every language: for the server. */
export function catalogueModule(files: Files): string {
  const all = Object.entries(files).flatMap(([language, namespaces]) =>
    Object.keys(namespaces).map((namespace) => ({ language, namespace })),
  );
  return [
    HEADING,
    ...all.map(
      ({ language, namespace }) =>
        `import ${nameOf(language, namespace)} from './${language}/${namespace}.json' with { type: 'json' };`,
    ),
    '',
    'export const CATALOGUE = {',
    ...Object.entries(files).map(
      ([language, namespaces]) =>
        `  ${JSON.stringify(language)}: { ${Object.keys(namespaces)
          .map((namespace) => `${namespace}: ${nameOf(language, namespace)}`)
          .join(', ')} },`,
    ),
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
