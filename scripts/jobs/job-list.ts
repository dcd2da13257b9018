import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { formatSource } from '../repository/format-source.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const JOB_LIST = 'app/jobs/every-job.generated.ts';
const JOBS = path.dirname(JOB_LIST);

/** The list of jobs as it has to be committed: every job that a file below `app/jobs` defines. */
export async function jobList(): Promise<string> {
  const files = globSync(`${JOBS}/**/*.ts`, { cwd: ROOT, exclude: ['**/*.test.ts', JOB_LIST] });
  const sources = files.map((file) => ({
    file: path.relative(JOBS, file),
    source: readFileSync(path.join(ROOT, file), 'utf8'),
  }));
  return formatSource(JOB_LIST, listOf(sources));
}

/**
 * A module that exports all jobs of these files.
 *
 * @throws Error for a job that is defined and not exported by a name of its own: nobody would ever work on it
 */
export function listOf(
  sources: readonly { readonly file: string; readonly source: string }[],
): string {
  const lines = sources
    .toSorted((one, other) => (one.file < other.file ? -1 : 1))
    .flatMap(({ file, source }) => {
      const names = [...source.matchAll(EXPORTED)].map(([, name]) => name);
      if (names.length !== [...source.matchAll(DEFINED)].length) {
        throw new Error(`${file} defines a job that it does not export: export const job = …`);
      }
      return names.map((name) => `export { ${name} } from './${file}';`);
    });
  return `/* Written by \`npm run jobs\` from the files beside and below it. Do not edit. */\n\n${lines.join('\n')}\n`;
}

const DEFINED = /(?<!function )\bdefine(?:Cron)?Job(?:<[^>]*>)?\(/g;
const EXPORTED = /^export const (\w+) = define(?:Cron)?Job(?:<[^>]*>)?\(/gm;
