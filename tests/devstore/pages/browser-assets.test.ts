import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { browserScript, iconSvg } from './browser-assets.ts';

const require = createRequire(import.meta.url);

describe('icons', () => {
  it('exist for every name an extension component accepts', async () => {
    // The package exports no such file by itself, but what lies beside it.
    const exported = require.resolve('@shopify/ui-extensions/checkout');
    const build = path.resolve(path.dirname(exported), '../..');
    const icons = path.join(build, 'ts/surfaces/checkout/components/Icon.d.ts');
    const types = await readFile(icons, 'utf8');
    const list = /CHECKOUT_AVAILABLE_ICONS: readonly \[([^\]]+)\]/.exec(types)?.[1] ?? '';
    const names = [...list.matchAll(/"([a-z-]+)"/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(50);
    const missing: string[] = [];
    for (const name of names) {
      if (name !== 'empty' && (await iconSvg(name)) === null) missing.push(name);
    }
    expect(missing).toEqual([]);
  });

  it('do not reach outside the icon package', async () => {
    expect(await iconSvg('../../package')).toBeNull();
  });
});

describe('App Bridge', () => {
  it('is a plain script, which defines the global before anything after it runs', async () => {
    const code = await browserScript('app-bridge.js');
    expect(code).not.toMatch(/^\s*(import|export)\s/m);
    expect(() => new Script(code)).not.toThrow();
  });
});
