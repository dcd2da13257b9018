import { readdirSync, readFileSync } from 'node:fs';

/** What a release stored, as it stored it. */
export interface FrozenExample {
  readonly file: string;
  readonly format: number;
  readonly documents: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Examples of every format that any release stored: lines of JSON in files named by format and release. They are
 * never edited. A release that stores another shape adds its own file (`npm run freeze`) and a step in
 * app/formats.
 */
export function frozenExamples(
  kind: 'cancellations' | 'policies' | 'notifications' | 'webhooks' | 'jobs',
): readonly FrozenExample[] {
  const folder = new URL(`./${kind}/`, import.meta.url);
  return readdirSync(folder).map((file) => ({
    file,
    format: Number.parseInt(file, 10),
    documents: readFileSync(new URL(file, folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
  }));
}
