import { describe, expect, it } from 'vitest';

import { shipmentFacts } from './shipment-facts.ts';

type Fulfillment = Parameters<typeof shipmentFacts>[0][number];

const fulfillment = (changes: Partial<Fulfillment> = {}): Fulfillment => ({
  status: 'SUCCESS',
  displayStatus: 'FULFILLED',
  inTransitAt: null,
  deliveredAt: null,
  ...changes,
});
const AT = '2026-11-22T10:00:00Z';

describe('how far a fulfillment has come', () => {
  it.each<readonly [Partial<Fulfillment>, string]>([
    [{}, 'fulfilled'],
    [{ displayStatus: null }, 'fulfilled'],
    [{ displayStatus: 'CONFIRMED' }, 'fulfilled'],
    [{ displayStatus: 'LABEL_VOIDED' }, 'fulfilled'],
    [{ displayStatus: 'FAILURE' }, 'fulfilled'],
    [{ displayStatus: 'LABEL_PURCHASED' }, 'label_bought'],
    [{ displayStatus: 'LABEL_PRINTED' }, 'label_bought'],
    [{ displayStatus: 'CARRIER_PICKED_UP' }, 'picked_up'],
    [{ displayStatus: 'IN_TRANSIT', inTransitAt: AT }, 'picked_up'],
    [{ displayStatus: 'ATTEMPTED_DELIVERY' }, 'picked_up'],
    [{ displayStatus: 'DELIVERED', deliveredAt: AT }, 'delivered'],
    [{ displayStatus: 'PICKED_UP' }, 'delivered'],
  ])('%j is %s', (changes, stage) => {
    expect(shipmentFacts([fulfillment(changes)])).toEqual([{ stage }]);
  });

  it('is not forgotten when its last status could mean anything, or speaks of a label again', () => {
    const stages = (['FAILURE', 'CONFIRMED', 'LABEL_PRINTED', null] as const).map((displayStatus) =>
      shipmentFacts([fulfillment({ displayStatus, inTransitAt: AT })]),
    );
    expect(new Set(stages.flat().map(({ stage }) => stage))).toEqual(new Set(['picked_up']));
    expect(shipmentFacts([fulfillment({ displayStatus: 'FAILURE', deliveredAt: AT })])).toEqual([
      { stage: 'delivered' },
    ]);
  });

  it('is nothing of what came to nothing', () => {
    const nothing = (['CANCELLED', 'ERROR', 'FAILURE'] as const).map((status) =>
      fulfillment({ status, displayStatus: 'IN_TRANSIT' }),
    );
    expect(shipmentFacts(nothing)).toEqual([]);
  });
});
