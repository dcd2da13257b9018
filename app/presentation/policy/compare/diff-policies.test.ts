import { describe, expect, it } from 'vitest';
import {
  leavesOf,
  mutationsOf,
  richPolicy,
} from '../../../../tests/support/facts/policy-mutations.ts';
import { rule } from '../../../../tests/support/facts/policies.ts';
import { diffPolicies } from './diff-policies.ts';
import { messagesIn } from '../../../messages/messages.ts';

const messages = messagesIn('en', 'staff');

const rich = richPolicy();

describe('the differences between two policies', () => {
  it('are none between a policy and itself', () => {
    expect(diffPolicies(rich, structuredClone(rich), messages)).toEqual([]);
  });

  it('are said in words that staff read', () => {
    const before = { ...rich, rules: [rule()] };
    const after = {
      ...rich,
      enabled: false,
      rules: [
        rule({
          instant: { minutes: 120, cutOff: '14:00', untilFulfillment: true },
          fee: { kind: 'percent', percent: 2.5, touches: 'goods' },
        }),
      ],
    };
    expect(diffPolicies(before, after, messages)).toEqual([
      { section: 'Policy', label: 'Customers can cancel', before: 'yes', after: 'no' },
      {
        section: 'Rule “Everybody”',
        label: 'Instant',
        before: 'within 1 hour, until shipped',
        after: 'within 2 hours, until 14:00 on the next business day, before fulfillment starts',
      },
      { section: 'Rule “Everybody”', label: 'Fee', before: 'none', after: '2.5% of the goods' },
    ]);
  });

  it('show a rule that is new or gone with all its settings, and a changed order', () => {
    const [first, second] = rich.rules;
    if (!first || !second) throw new Error('The rich policy has two rules.');
    const added = diffPolicies({ ...rich, rules: [first] }, rich, messages);
    expect(added).toContainEqual({
      section: 'Rule “Companies”',
      label: 'Fee',
      before: null,
      after: '5% of the goods and shipping',
    });
    expect(diffPolicies(rich, { ...rich, rules: [second, first] }, messages)).toEqual([
      {
        section: 'Rules',
        label: 'Order',
        before: 'Nearby (nearby), Companies (companies)',
        after: 'Companies (companies), Nearby (nearby)',
      },
    ]);
  });

  it('hold every field: none can change without being said', () => {
    const mutations = mutationsOf(rich);
    const silent = mutations.filter(
      ({ document }) => diffPolicies(rich, document, messages).length === 0,
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
    const tried = new Set(mutations.map(({ path }) => path));
    // What tells the shapes of a part apart changes with the part as a whole.
    const parentOf = (leaf: string): string => leaf.slice(0, leaf.lastIndexOf('.'));
    const untried = leavesOf(rich).filter((leaf) => !tried.has(leaf) && !tried.has(parentOf(leaf)));
    expect(untried).toEqual([]);
  }, 30_000);
});
