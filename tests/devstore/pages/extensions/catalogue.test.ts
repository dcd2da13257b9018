import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readExtensions, translationsFor, type Extension } from './catalogue.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/extensions', import.meta.url));

async function sample(handle: string): Promise<Extension> {
  const found = (await readExtensions(FOLDER)).find((extension) => extension.handle === handle);
  if (!found) throw new Error(`no ${handle}`);
  return found;
}

describe('the extension catalogue', () => {
  it('names an extension by the text its name refers to', async () => {
    expect((await sample('sample-order')).name).toBe('Sample order');
  });

  it('knows every target and only granted capabilities', async () => {
    const extension = await sample('sample-order');
    expect(extension.targets).toContain('customer-account.order.action.menu-item.render');
    expect(extension.capabilities).toEqual(['network_access']);
  });

  it('knows which metafields its file names, for every target or one', async () => {
    expect((await sample('sample-order')).metafields).toEqual([
      { namespace: '$app', key: 'stage' },
      { namespace: 'shared', key: 'count' },
    ]);
  });

  it('tells an extension that nobody has built', async () => {
    expect((await sample('sample-unbuilt')).scriptFile).toBeNull();
    expect((await sample('sample-order')).scriptFile).toMatch(/sample-order\.js$/);
  });

  it('is empty without a folder', async () => {
    expect(await readExtensions(`${FOLDER}/missing`)).toEqual([]);
  });
});

describe('an extension’s texts', () => {
  it('fall back to the default text where a language lacks one', async () => {
    const { language, translations } = translationsFor(await sample('sample-order'), 'de-AT');
    expect(language).toBe('de');
    expect(translations['heading']).toBe('Deine Bestellung ändern');
    expect(translations['onlyEnglish']).toBe('Only in English');
  });

  it('are the default’s in an unknown language', async () => {
    const { language, translations } = translationsFor(await sample('sample-order'), 'fi');
    expect(language).toBe('en');
    expect(translations['entry']).toBe('Change order');
  });
});
