import { globSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import {
  fieldNamesOf,
  leavesOf,
  richPolicy,
} from '../../../../tests/support/facts/policy-mutations.ts';
import { messagesIn } from '../../../messages/messages.ts';
import { placeOf } from './fault-places.ts';
import { RULE_SECTIONS, draftOf } from './policy-draft.ts';

const messages = messagesIn('en', 'staff');
const rich = richPolicy();
const draft = draftOf(rich);

it.each([
  ['rules.1.fee.percent', { ruleId: 'companies', section: 'fee', label: 'Companies, Fee' }],
  [
    'rules.0.exclusions.1.values',
    { ruleId: 'nearby', section: 'what', label: 'Nearby, What, Final sale' },
  ],
  ['reasons.0.label', { ruleId: null, section: null, label: 'Reasons, “Too slow”' }],
  ['limit.days', { ruleId: null, section: null, label: 'Limit for a customer' }],
])('leads from %s to its place', (path, place) => {
  expect(placeOf(path, draft, messages)).toEqual(place);
});

it('calls a rule without a name by its position', () => {
  const [first, ...others] = draft.rules;
  const unnamed = { ...draft, rules: [{ ...first, name: ' ' }, ...others] } as typeof draft;
  expect(placeOf('rules.0.name', unnamed, messages).label).toBe('Rule 1, Who');
});

it('knows a place for every field of a policy', () => {
  const places = leavesOf(rich).map((path) => placeOf(path, draft, messages));
  expect(places.length).toBeGreaterThan(40);
  expect(places.filter(({ label }) => label === 'Policy')).toEqual([]);
  expect(new Set(places.flatMap(({ section }) => section ?? []))).toEqual(new Set(RULE_SECTIONS));
});

it('every field of a policy stands on a card', () => {
  const cards = globSync('app/routes/app.policy/{general,rule,rules,fields}/*.tsx', {
    exclude: ['**/*.test.tsx'],
  })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const missing = [...fieldNamesOf(rich)].filter(
    (name) => !new RegExp(`\\b${name}\\b`).test(cards),
  );
  expect(missing).toEqual([]);
});
