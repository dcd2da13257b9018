import { describe, expect, it } from 'vitest';

import {
  Case,
  STAFF,
  oneUnit,
  twoLines,
} from '../../../../tests/support/facts/cancellation-case.ts';
import type { FulfillmentHoldId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';

const hold = (number: number, handle: string, heldByThisApp: boolean) => ({
  id: `gid://shopify/FulfillmentHold/${number}` as FulfillmentHoldId,
  handle,
  heldByThisApp,
});
/** Placed by another app, perhaps under the very handle; and by this app, for another cancellation. */
const others = (own: string) => [
  hold(901, 'fraud-check', false),
  hold(902, own, false),
  hold(903, '019a0000-0000-7000-8000-0000000000ff', true),
];
const withOthers = (facts: OrderFacts, own: string): OrderFacts => ({
  ...facts,
  fulfillmentOrders: facts.fulfillmentOrders.map((fo) => ({
    ...fo,
    holds: [...others(own), ...fo.holds],
  })),
});
const left = (at: Case) => at.facts.fulfillmentOrders.flatMap((fo) => fo.holds.map(({ id }) => id));

describe('case 39: a hold that another app, or another cancellation, placed meanwhile', () => {
  const reviewed = (): Case => {
    const at = new Case({ facts: twoLines, selection: oneUnit, handling: 'review' });
    while (at.state.status !== 'in_review') at.step();
    at.facts = withOthers(at.facts, at.state.id);
    return at;
  };

  it('stays once a part has left the order', () => {
    const at = reviewed();
    at.command({ type: 'approve', actor: STAFF, plan: at.state.plan });
    expect(at.run().state.status).toBe('completed');
    expect(left(at)).toEqual(others(at.state.id).map(({ id }) => id));
  });

  it('stays when the request is withdrawn', () => {
    const at = reviewed();
    at.command({ type: 'withdraw' });
    expect(at.run().state.status).toBe('withdrawn');
    expect(left(at)).toEqual(others(at.state.id).map(({ id }) => id));
  });
});
