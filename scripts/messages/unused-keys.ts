import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import { type Files, ROOT, flatten, pluralOf } from './catalogue-files.ts';

const SOURCES = [
  'app/**/*.{ts,tsx}',
  'extensions/*/src/**/*.{ts,tsx}',
  'extensions/shared/**/*.{ts,tsx}',
];

/** Texts that no program asks for by their key, but Shopify: the names of extensions, and a theme's texts. */
const ASKED_BY_SHOPIFY = [
  /^shopper\.name$/,
  /^storefront\.theme(Editor)?\./,
  /^staff\.extensions\.\w+\.name$/,
  // Asked for as a whole.
  /^policy\.defaultReasons\./,
];

/** Where a text of a namespace is asked for by the rest of its key only. */
const PREFIXES = [/^staff\.extensions\.(action|block|shared)\./, /^\w+\./];

/** Keys of the English catalogue that no source asks for, each with its namespace. */
export function unusedKeys(files: Files): readonly string[] {
  const { literals, patterns } = (asked ??= askedFor());
  const keys = Object.entries(files['en'] ?? {}).flatMap(([namespace, texts]) =>
    [...flatten(texts).keys()].map((key) => `${namespace}.${pluralOf(key).base}`),
  );
  const isAsked = (key: string): boolean =>
    PREFIXES.some((prefix) => {
      const asked = key.replace(prefix, '');
      return literals.has(asked) || patterns.some((pattern) => pattern.test(asked));
    });
  return [...new Set(keys)].filter(
    (key) => !ASKED_BY_SHOPIFY.some((pattern) => pattern.test(key)) && !isAsked(key),
  );
}

interface Asked {
  readonly literals: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

/** All sources are read for it, which takes seconds. */
let asked: Asked | null = null;

/** Every literal, and every template as a pattern of what it can become. */
function askedFor(): Asked {
  const literals = new Set<string>();
  const patterns = new Map<string, RegExp>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      // One that begins with a value, as `${about}.subject`, still names where it ends.
      // One that is values and dots alone could become any key.
      const isOfKeys = parts.every((part) => /^[\w.]*$/.test(part));
      if (isOfKeys && parts.some((part) => /\w\.|\.\w/.test(part))) {
        const source = `^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`;
        patterns.set(source, new RegExp(source));
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of globSync(SOURCES, { cwd: ROOT })) {
    if (/\.test\.tsx?$|\.generated\.ts$/.test(file)) continue;
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    visit(
      ts.createSourceFile(
        file,
        text,
        ts.ScriptTarget.Latest,
        false,
        file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
      ),
    );
  }
  return { literals, patterns: [...patterns.values()] };
}
