import { expect, it } from 'vitest';

import { TABS, paramsOf, placeIn } from './policy-places.ts';

it.each([...TABS.map((tab) => ({ tab, ruleId: null })), { tab: 'rules' as const, ruleId: 'b2b' }])(
  'finds %o by its own address',
  (place) => {
    expect(placeIn(paramsOf(place))).toEqual(place);
  },
);

it('shows the rules for an address it does not know', () => {
  expect(placeIn(new URLSearchParams({ tab: 'elsewhere' }))).toEqual({
    tab: 'rules',
    ruleId: null,
  });
});
