import { expect, test } from 'vitest';

import { addedUp, figuresOf } from '../../app/domain/history/figures.ts';
import { historyFactsOf } from '../../app/domain/history/history-facts.ts';
import { money } from '../../app/domain/money.ts';
import { HOUR } from '../../app/domain/time.ts';
import { type Setting, type Stage, openStage } from './stage.ts';

/* What the history counts of a cancellation, to the cent as the ledger of the shop has it. */

async function countedOf(stage: Stage) {
  const { events, state } = await stage.record();
  const facts = historyFactsOf(events, state.id);
  const days = addedUp(figuresOf(facts, 'Europe/Berlin'));
  const total = (name: keyof (typeof days)[number]['figures']) =>
    days.reduce((sum, { figures }) => sum + figures[name], 0);
  return { facts, total };
}

const given = (stage: Stage): number =>
  Object.values(stage.ledger().refunded).reduce((sum, minor) => sum + minor, 0);

const SETTINGS: readonly (readonly [string, Setting, (stage: Stage) => Promise<unknown>])[] = [
  ['a whole order', {}, (stage) => stage.request()],
  ['a part of it', {}, (stage) => stage.request({ selection: stage.units(1) })],
  ['a partly captured one', { payment: 'partly_captured' }, (stage) => stage.request()],
  ['an authorized one', { payment: 'authorized' }, (stage) => stage.request()],
  [
    'one of which a fee is kept',
    { policy: { rule: { fee: { kind: 'percent', percent: 10, touches: 'goods' } } } },
    (stage) => stage.request(),
  ],
  [
    'one that staff give back in part',
    {},
    (stage) => stage.cancel({ amount: '10.00', locale: 'en' }),
  ],
];

test.each(SETTINGS)(
  'the money that came back for %s is the ledger’s',
  async (_what, setting, begin) => {
    const stage = await openStage(setting);
    await begin(stage);
    await stage.settle(HOUR);
    const { facts, total } = await countedOf(stage);
    expect((await stage.record()).state.status).toBe('completed');
    expect(total('backMinor')).toBe(given(stage));
    expect(facts.back.minor).toBe(given(stage));
    expect(total('cancelled')).toBe(1);
    const { worth, notPaid } = (await stage.record()).state.plan.refund;
    expect(total('backMinor') + total('keptMinor')).toBe(worth.minor - notPaid.minor);
  },
);

test('a refund that the gateway refuses is none until it arrives', async () => {
  const stage = await openStage({});
  stage.scene.world.faults.inject({
    fault: {
      ...{ at: 'gateway', gateway: '*', action: 'refund' },
      effect: { kind: 'decline', message: 'Insufficient funds' },
    },
  });
  await stage.request();
  await stage.settle(HOUR);
  expect((await countedOf(stage)).facts).toMatchObject({
    ...{ outcome: 'needs_attention', back: money(0, 'EUR'), moneyBackAt: null, byPerson: false },
  });
  await stage.resume('retry');
  await stage.settle(HOUR);
  const { facts } = await countedOf(stage);
  expect(facts).toMatchObject({ outcome: 'cancelled', byPerson: true, unitsBack: 2 });
  expect(facts.back.minor).toBe(given(stage));
  expect(facts.moneyBackAt).toBeGreaterThan(facts.openedAt);
});

test('what staff cancel is theirs, under Shopify’s own reason', async () => {
  const stage = await openStage({});
  await stage.cancel();
  await stage.settle(HOUR);
  const { facts } = await countedOf(stage);
  expect(facts).toMatchObject({ who: 'staff', staffId: '1', byPerson: true, reason: 'CUSTOMER' });
});
