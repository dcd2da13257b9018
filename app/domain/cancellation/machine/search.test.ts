import { describe, expect, it } from 'vitest';
import { ROOTS, explore } from '../../../../tests/support/search-of-the-machine.ts';

describe('every order of events, to a depth', () => {
  const total = { states: 0, modes: 0 };
  const modes = ROOTS.flatMap((root) =>
    [null, ...root.effects].map(
      (refusing) => [root.name, refusing ?? 'nothing', root, refusing] as const,
    ),
  );

  it.each(modes)(
    '%s, where Shopify refuses for ever: %s',
    (_name, _what, root, refusing) => {
      const { states, stuck, breaches } = explore(root, refusing);
      total.states += states;
      total.modes += 1;
      expect(breaches.slice(0, 3)).toEqual([]);
      expect(stuck.slice(0, 3)).toEqual([]);
    },
    60_000,
  );

  it('looks at enough of them', () => {
    process.stdout.write(`searched ${total.states} states of ${total.modes} orders and refusals\n`);
    expect(total.states).toBeGreaterThan(20_000);
  });
});
