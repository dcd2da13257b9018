import { readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const FOLDERS = ['app', 'tests', 'extensions'];

test('every case that the documentation lists has a test by its number', async () => {
  const listed = [...(await read('docs/cases.md')).matchAll(/^- \*\*(\d+) /gm)].map(([, n]) => n);
  expect(listed.length).toBeGreaterThan(40);
  const tested = new Set<string>();
  for (const folder of FOLDERS) {
    for (const file of await testsIn(folder)) {
      for (const [, number = ''] of (await read(file)).matchAll(/['"`]case (\d+)\b/g)) {
        tested.add(number);
      }
    }
  }
  expect(listed.filter((number) => !tested.has(number ?? ''))).toEqual([]);
});

const read = (path: string): Promise<string> => readFile(new URL(path, ROOT), 'utf8');

async function testsIn(folder: string): Promise<string[]> {
  const files = await readdir(new URL(`${folder}/`, ROOT), { recursive: true });
  return files
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`);
}
