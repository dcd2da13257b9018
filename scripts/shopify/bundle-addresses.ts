import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

/** What the bundler replaces by the address, where it is given one. */
const MARK = 'process.env.APP_URL';

/** https://esbuild.github.io/api/#metafile */
const Metafile = z.object({ inputs: z.record(z.string(), z.unknown()) });

/**
 * The built bundles under `extensions/` that call the app and hold another address than this one, or none.
 * Which of them call it the bundler's own list of their sources says; a bundle without that list, from a build
 * that failed half-way, is among them.
 *
 * @param root the project's folder
 * @param address an origin, as `application_url` has it
 * @returns their paths from the project's folder
 */
export function bundlesWithoutAddress(root: string, address: string): string[] {
  const { origin } = new URL(address);
  return globSync('extensions/*/dist/*.js', { cwd: root })
    .sort()
    .filter((bundle) => {
      const file = path.join(root, bundle);
      const sources = sourcesOf(root, file);
      const callsApp = sources === null || sources.some((source) => mayCallApp(source));
      return callsApp && !read(file)?.includes(JSON.stringify(origin));
    });
}

/** The project's own sources of a bundle; null where the bundler left no list of them. */
function sourcesOf(root: string, bundle: string): string[] | null {
  const list = read(bundle.replace(/[.]js$/, '.metafile.json'));
  if (list === null) return null;
  const { inputs } = Metafile.parse(JSON.parse(list));
  return Object.keys(inputs)
    .filter((source) => !source.includes('node_modules/') && source !== '<stdin>')
    .map((source) => path.resolve(root, source));
}

/** One that cannot be found was moved since, or listed from another folder: then nobody knows. */
const mayCallApp = (source: string): boolean => read(source)?.includes(MARK) ?? true;

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
