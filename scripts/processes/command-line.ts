import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The options of a command, as `node:util` describes them. */
type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * What a command was called with. `--help` prints how it is used and ends the process; an option that it does
 * not know, or names where it takes none, ends it with exit 2 and a sentence.
 *
 * @param usage lines for a person: the command, what it does, its options
 */
export function readCommandLine<const O extends Options>(
  usage: string,
  options: O,
  { names = false }: { readonly names?: boolean } = {},
) {
  const known = { ...options, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ options: known, allowPositionals: names });
    if ((values as { readonly help?: boolean }).help) end(0, usage);
    return { values, positionals: positionals as readonly string[] };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return end(2, `${error.message}\n\n${usage}`);
  }
}

/** A whole number that was given as text, zero or more; any other ends the process with exit 2. */
export function wholeNumber(flag: string, text: string): number {
  const value = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(value)
    ? value
    : end(2, `${flag} takes a whole number, not "${text}".`);
}

function end(code: 0 | 2, text: string): never {
  (code === 0 ? process.stdout : process.stderr).write(`${text.trim()}\n`);
  process.exit(code);
}
