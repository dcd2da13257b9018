import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createDemoWorld } from '../../seed/demo.ts';
import { ThemeEditor } from '../storefront/theme/theme-editor.ts';
import { extensionInfos } from './app-extensions.ts';

const extensionsDir = path.resolve(import.meta.dirname, '../fixtures/extensions');

it('a block is active where it stands, and only available once it is taken away', async () => {
  const [shop] = createDemoWorld({ now: Date.UTC(2026, 10, 30), seed: 1 }).shops.values();
  if (!shop) throw new Error('The demo has no shop.');
  const themeEditor = new ThemeEditor();
  const theme = async () => {
    const infos = await extensionInfos({ extensionsDir, themeEditor }, shop);
    const found = infos.find(({ type }) => type === 'theme_app_extension');
    return found?.activations.map((block) => ('status' in block ? block : null)) ?? [];
  };
  // The demo's page of help has every block.
  const before = await theme();
  expect(before).toHaveLength((await readdir(`${extensionsDir}/sample-theme/blocks`)).length);
  expect(new Set(before.map((block) => block?.status))).toEqual(new Set(['active']));
  expect(before[0]?.activations[0]?.target).toMatch(/^template--page\.help\//);

  const name = before[0]?.handle ?? '';
  themeEditor.place({ block: `sample-theme/${name}`, page: '/pages/help', placed: false });
  const after = await theme();
  expect(after[0]).toMatchObject({ handle: name, status: 'available', activations: [] });
});

it('a UI extension is active on its targets', async () => {
  const [shop] = createDemoWorld({ now: Date.UTC(2026, 10, 30), seed: 1 }).shops.values();
  if (!shop) throw new Error('The demo has no shop.');
  const infos = await extensionInfos({ extensionsDir, themeEditor: new ThemeEditor() }, shop);
  const block = infos.find(({ handle }) => handle === 'sample-admin-block');
  expect(block).toMatchObject({
    type: 'ui_extension',
    activations: [{ target: 'admin.order-details.block.render' }],
  });
});
