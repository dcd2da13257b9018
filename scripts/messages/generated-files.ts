import { formatSource } from '../repository/format-source.ts';
import { catalogueOf, readMessageFiles } from './catalogue-files.ts';
import { extensionLocales } from './extension-locales.ts';
import { catalogueModule, keysModule } from './generated-modules.ts';

/** Everything that is made of the catalogue: content by its path in the repository, as it is committed. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const messageFiles = readMessageFiles();
  const catalogue = catalogueOf(messageFiles);
  const modules: readonly (readonly [string, string])[] = [
    ['app/messages/catalogue.generated.ts', catalogueModule(messageFiles)],
    ['app/messages/keys.generated.ts', keysModule(catalogue)],
  ];
  const formatted = modules.map(
    async ([file, content]) => [file, await formatSource(file, content)] as const,
  );
  return new Map([...(await Promise.all(formatted)), ...extensionLocales(catalogue)]);
}
