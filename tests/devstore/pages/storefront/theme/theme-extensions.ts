import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { listFolder, readText } from '../../extensions/files.ts';
import { parseBlock, type ThemeBlock } from './block-schema.ts';
import { readThemeTexts, type ThemeTexts } from './theme-texts.ts';

/**
 * A theme app extension as its folder describes it. Source of the folder's shape:
 * https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration
 */
export interface ThemeExtension {
  readonly handle: string;
  readonly folder: string;
  readonly blocks: readonly ThemeBlock[];
  readonly texts: ThemeTexts;
  /** File names in `assets/`. */
  readonly assets: ReadonlySet<string>;
}

const fileSchema = z.object({
  extensions: z.array(z.object({ type: z.string(), handle: z.string().optional() })).min(1),
});

/**
 * Reads every theme app extension below a folder, as Shopify takes them on deploy. A missing folder
 * means none; a file that does not fit throws, naming it.
 */
export async function readThemeExtensions(folder: string): Promise<readonly ThemeExtension[]> {
  const names = (await listFolder(folder)).filter((entry) => entry.isDirectory());
  const read = await Promise.all(
    names.map(({ name }) => readThemeExtension(path.join(folder, name))),
  );
  return read.filter((extension) => extension !== null);
}

async function readThemeExtension(folder: string): Promise<ThemeExtension | null> {
  const file = path.join(folder, 'shopify.extension.toml');
  const toml = await readText(file);
  if (toml === null) return null;
  const parsed = fileSchema.safeParse(parse(toml));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const [entry] = parsed.data.extensions;
  if (entry?.type !== 'theme') return null;
  const texts = await readThemeTexts(path.join(folder, 'locales'));
  const liquid = (await fileNames(path.join(folder, 'blocks'))).filter((name) =>
    name.endsWith('.liquid'),
  );
  const blocks = await Promise.all(
    liquid.map(async (name) => {
      const block = path.join(folder, 'blocks', name);
      return parseBlock(block, await readFile(block, 'utf8'), texts);
    }),
  );
  return {
    handle: entry.handle ?? path.basename(folder),
    folder,
    blocks,
    texts,
    assets: new Set(await fileNames(path.join(folder, 'assets'))),
  };
}

/** The names in a folder, in order. */
async function fileNames(folder: string): Promise<string[]> {
  return (await listFolder(folder)).map(({ name }) => name).sort();
}
