import { expect, it } from 'vitest';

import { policy, rule } from '../../../../tests/support/facts/policies.ts';
import type { Exclusion } from './policy.ts';
import { namedCollections } from './named-collections.ts';

const leaving = (...exclusions: readonly Exclusion[]) => rule({ exclusions: [...exclusions] });
const collections = (...values: readonly string[]): Exclusion => ({
  kind: 'collection',
  values: [...values],
  then: 'refuse',
  wording: null,
});
const tag: Exclusion = { kind: 'product_tag', values: ['a tag'], then: 'refuse', wording: null };

it('the collections that a policy names are those of all its rules, each once', () => {
  const rules = [
    leaving(collections('1', '2'), tag),
    leaving(),
    leaving(tag, collections('2', '3')),
  ];
  expect(namedCollections(policy({ rules }))).toEqual(['1', '2', '3']);
  expect(namedCollections(policy({ rules: [leaving(tag)] }))).toEqual([]);
});
