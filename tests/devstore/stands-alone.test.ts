import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

/* Whoever takes this folder takes all of it: nothing in it may lean on where it lies. */

const FOLDER = import.meta.dirname;
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  bin: z.string(),
  exports: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const manifest = Manifest.parse(JSON.parse(text('package.json')));

const sources = globSync('**/*.{ts,tsx,js}', {
  cwd: FOLDER,
  exclude: (name) => ['node_modules', 'dist', '.data'].includes(name),
});
/** Static, dynamic, for types, for effect, and what is resolved without being imported. */
const IMPORTS =
  /(?:^(?:import|export)\s[^'"`;]*?from\s*|^import\s*|\bimport\(\s*|[)\w]\.resolve\(\s*)['"]([^'"\n]+)['"]/gm;
/** A file beside the module. */
const ADDRESSES = /\bnew URL\(\s*['"`]([^'"`\n]+)['"`],\s*import\.meta\.url/g;

const found = (pattern: RegExp) =>
  sources.flatMap((file) =>
    [...text(file).matchAll(pattern)].map(([, specifier = '']) => ({ file, specifier })),
  );
const imports = found(IMPORTS);

function text(file: string): string {
  return readFileSync(path.join(FOLDER, file), 'utf8');
}

/** What ships, and is not only there to test it. */
const isShipped = (file: string): boolean =>
  !/\.test\.tsx?$|(^|\/)fixtures\/|^vitest\.|^example\//.test(file);

it('imports nothing that lies outside of it', () => {
  const relative = imports.filter(({ specifier }) => specifier.startsWith('.'));
  const leaving = [...relative, ...found(ADDRESSES)].filter(({ file, specifier }) =>
    path.relative(FOLDER, path.resolve(FOLDER, path.dirname(file), specifier)).startsWith('..'),
  );
  expect(imports.length).toBeGreaterThan(1_000);
  expect(leaving).toEqual([]);
});

it('names in its package.json every package that it imports, for running where it runs', () => {
  const builtin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
  const bare = imports.filter(
    ({ specifier }) =>
      /^[@a-z]/.test(specifier) && !/^\w+:\/\//.test(specifier) && !builtin.has(specifier),
  );
  const missing = bare.filter(({ file, specifier }) => {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    const declared = isShipped(file)
      ? manifest.dependencies
      : { ...manifest.dependencies, ...manifest.devDependencies };
    return name !== manifest.name && !Object.hasOwn(declared, name);
  });
  expect(missing).toEqual([]);
});

it('exports files that are there', () => {
  const files = [...Object.values(manifest.exports), manifest.bin];
  expect(files.filter((file) => !existsSync(path.join(FOLDER, file)))).toEqual([]);
});

it('has a changelog that begins with its version', () => {
  expect(/^## (\S+)/m.exec(text('CHANGELOG.md'))?.[1]).toBe(manifest.version);
});

it('links to nothing outside of it in its documents', () => {
  const documents = globSync('**/*.md', {
    cwd: FOLDER,
    exclude: (name) => name === 'node_modules',
  });
  const broken = documents.flatMap((file) =>
    [...text(file).matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map(([, link = '']) => path.resolve(FOLDER, path.dirname(file), link))
      .filter((place) => !place.startsWith(FOLDER) || !existsSync(place))
      .map((place) => `${file}: ${place}`),
  );
  expect(documents).toContain('README.md');
  expect(broken).toEqual([]);
});

it('documents every export, and imports in its README what there is', async () => {
  const readme = text('README.md');
  const named = (name: string): string =>
    name.replace(/^\.\/?/, `${manifest.name}/`).replace(/\/$/, '');
  for (const name of Object.keys(manifest.exports))
    expect(readme).toContain(`| \`${named(name)}\``);
  const taught = [...readme.matchAll(/^import \{ ([^}]+) \} from '([^']+)';$/gm)];
  expect(taught.length).toBeGreaterThan(4);
  for (const [, names = '', from = ''] of taught) {
    const key = from === manifest.name ? '.' : from.replace(manifest.name, '.');
    const module = (await import(path.join(FOLDER, manifest.exports[key] ?? from))) as object;
    for (const name of names.split(', ')) expect(module).toHaveProperty(name);
  }
});
