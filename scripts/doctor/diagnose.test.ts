import { describe, expect, it } from 'vitest';

import type { ShopDomain } from '../../app/domain/ids.ts';
import { diagnose, shopToLookAt } from './diagnose.ts';
import { printDiagnosis } from './print-diagnosis.ts';

const LAMPS = 'lamps.myshopify.com' as ShopDomain;
const RUGS = 'rugs.myshopify.com' as ShopDomain;
const known = (...shops: ShopDomain[]) => ({ list: async () => shops });

describe('the store that is looked at', () => {
  it('is the only one that has the app, or the one that is named', async () => {
    expect(await shopToLookAt(known(LAMPS), null)).toBe(LAMPS);
    expect(await shopToLookAt(known(LAMPS, RUGS), RUGS)).toBe(RUGS);
  });

  it.each([
    ['none has it', known(), null, /Open it in the admin/],
    ['several have it', known(LAMPS, RUGS), null, /--shop: lamps.myshopify.com, rugs/],
    ['none is called so', known(LAMPS), 'no shop', /"no shop" is not a domain/],
  ])('is asked for where %s', async (_case, installations, named, sentence) => {
    expect(await shopToLookAt(installations, named)).toMatchObject({
      fault: expect.stringMatching(sentence) as string,
    });
  });
});

describe('settings that no app starts with', () => {
  const wanted = { shop: null, config: '', renewToken: false };

  it('are named one by one, and what needs them is not called fine', async () => {
    const diagnosis = await diagnose({}, wanted);
    expect(diagnosis.state).toBe('broken');
    const text = printDiagnosis(diagnosis, 'text');
    expect(text).toContain('SHOPIFY_API_KEY: Set it to the client ID');
    expect(text).toMatch(/^UNKNOWN\s+Permissions\n\s+Not checked, because/m);
    expect(text).not.toMatch(/^OK/m);
  });

  it('are the same for programs', async () => {
    const report = JSON.parse(printDiagnosis(await diagnose({}, wanted), 'json')) as {
      readonly shop: null;
      readonly checks: readonly { readonly name: string; readonly codes: readonly string[] }[];
    };
    expect(report.shop).toBeNull();
    expect(report.checks.find(({ name }) => name === 'tokens')?.codes).toEqual(['not_looked_at']);
  });
});
