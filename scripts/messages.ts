/**
 * `npm run messages`: what is made of the catalogue in `app/messages`: its types, and the locale files of the
 * extensions. With `--check` nothing is written; what differs, and every fault of the catalogue, is a failure.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { catalogueFaults, placeFaults } from './messages/catalogue-faults.ts';
import { ROOT, catalogueOf, readMessageFiles } from './messages/catalogue-files.ts';
import { extensionLocales, sizeFaults } from './messages/extension-locales.ts';
import { generatedFiles } from './messages/generated-files.ts';
import { unusedKeys } from './messages/unused-keys.ts';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

for (const [file, content] of await generatedFiles()) {
  const place = path.join(ROOT, file);
  if (!options.check) {
    await writeFile(place, content);
  } else if ((await readFile(place, 'utf8').catch(() => '')) !== content) {
    console.error(`${file} is not what the catalogue says. Run: npm run messages`);
    process.exitCode = 1;
  }
}

if (options.check) {
  const files = readMessageFiles();
  const catalogue = catalogueOf(files);
  const faults = [
    ...catalogueFaults(catalogue),
    ...placeFaults(files),
    ...sizeFaults(extensionLocales(catalogue)),
    ...unusedKeys(catalogue).map((key) => `Nothing asks for ${key}.`),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
