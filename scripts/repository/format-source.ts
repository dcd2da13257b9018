import { readFile } from 'node:fs/promises';

import { format, type FormatConfig } from 'oxfmt';

/**
 * A generated file's content in the project's own style, as `npm run format` would write it.
 *
 * @param file its path; the ending tells the language
 * @throws when the content is not of that language
 */
export async function formatSource(file: string, content: string): Promise<string> {
  const settings = await readFile(new URL('../../.oxfmtrc.json', import.meta.url), 'utf8');
  const { code, errors } = await format(file, content, JSON.parse(settings) as FormatConfig);
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  return code;
}
