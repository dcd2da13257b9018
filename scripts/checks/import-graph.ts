import path from 'node:path';

/** A file's text, by its path from the root, with "/". */
export type Sources = ReadonlyMap<string, string>;

/**
 * What runs when a module does: imports and exports from elsewhere, imports on demand, what is mocked, and programs
 * named by their address. Types alone are the type checker's.
 */
const SPECIFIERS = [
  /^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm,
  /\bimport\(\s*'([^']+)'/g,
  /\bvi\.\w+\(\s*'([^']+)'/g,
  /\bnew URL\(\s*'([^']+)'/g,
] as const;

/** The devstore's package, by what its `exports` say: `devstore/seed` is one of its files. */
export type PackageExports = Readonly<Record<string, string>>;

/**
 * How many imports lead from each file to the nearest of some others: 0 for these themselves. A file from which none
 * leads to them is not in it.
 *
 * @param targets paths from the root
 * @param devstore the devstore's `exports`, whose files are in `tests/devstore`
 */
export function distancesTo(
  targets: readonly string[],
  sources: Sources,
  devstore: PackageExports,
): ReadonlyMap<string, number> {
  const importers = new Map<string, string[]>();
  for (const [file, source] of sources) {
    for (const imported of importsOf(file, source, devstore)) {
      const known = importers.get(imported);
      if (known) known.push(file);
      else importers.set(imported, [file]);
    }
  }
  const distances = new Map(targets.map((file) => [file, 0]));
  // A map goes on to what is added to it meanwhile, so that the nearest come first.
  for (const [file, distance] of distances) {
    for (const importer of importers.get(file) ?? []) {
      if (!distances.has(importer)) distances.set(importer, distance + 1);
    }
  }
  return distances;
}

function importsOf(file: string, source: string, devstore: PackageExports): readonly string[] {
  const found = SPECIFIERS.flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([, specifier = '']) => specifier),
  );
  return found.flatMap((specifier) => {
    const [plain = ''] = specifier.split('?');
    if (plain.startsWith('.')) return [path.posix.join(path.posix.dirname(file), plain)];
    if (plain !== 'devstore' && !plain.startsWith('devstore/')) return [];
    const exported = devstore[plain.replace('devstore', '.')];
    return exported === undefined ? [] : [path.posix.join('tests/devstore', exported)];
  });
}
