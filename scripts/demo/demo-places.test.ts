import { expect, it } from 'vitest';

import { linesOf } from './demo-places.ts';

it('prints each address apart from the name before it', () => {
  const names = ['Shopper', 'Storefront', 'A place with a long name'];
  const places = names.map((name) => ({ name, url: 'http://127.0.0.1:1/x', purpose: 'Try it.' }));
  for (const line of linesOf(places)) {
    expect(line).toMatch(/\s{2}http:\/\/127\.0\.0\.1:1\/x\n\s+Try it\.\n$/);
  }
});
