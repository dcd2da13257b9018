import { describe, expect, it } from 'vitest';

import { runFlowAction } from '../../app/application/flow/run-action.ts';
import { sendFlowTriggers } from '../../app/application/flow/send-triggers.ts';
import type { FlowRun } from '../../app/application/flow/ports.ts';
import type { FlowAction } from '../../app/domain/flow/actions.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { DEFAULT_POLICY } from '../../app/messages/default-policy.ts';
import { messagesIn } from '../../app/messages/messages.ts';
import { presentCancellation } from '../../app/presentation/cancellation/present-cancellation.ts';
import { ok } from '../../app/domain/result.ts';
import {
  createMemoryFlowRuns,
  createMemoryFlowTriggers,
} from '../simulation/adapters/memory-flow.ts';
import { OWNER as OWNER_ACCESS } from '../support/facts/staff-access.ts';
import { type Setting, type Stage, openStage } from './stage.ts';

const RUN = 'run-of-a-workflow';
const shopOf = (stage: Stage) => stage.scene.domain as ShopDomain;

async function openFlow(setting: Setting = {}) {
  const stage = await openStage({ payment: 'paid', ...setting });
  const flowRuns = createMemoryFlowRuns();
  const deps = { ...stage.deps, flowRuns };
  const run = (action: FlowAction, changes: Partial<FlowRun> = {}): FlowRun => ({
    id: RUN,
    action,
    orderId: stage.orderId,
    wishes: { refund: true, restock: true, notify: true, reason: 'fraud', note: '' },
    workflow: 'Risky orders',
    receivedAt: stage.scene.world.now(),
    ...changes,
  });
  return {
    ...stage,
    flowDeps: deps,
    /** Flow asks, and the job works on it; answers what Flow hears when it asks again. */
    async ask(action: FlowAction, changes: Partial<FlowRun> = {}) {
      const asked = run(action, changes);
      await flowRuns.receive(shopOf(stage), asked);
      await runFlowAction(deps, shopOf(stage), asked.id);
      return flowRuns.receive(shopOf(stage), asked);
    },
  };
}

/** Nothing is carried out before a person, or a workflow, has answered. */
const review: Setting = {
  policy: {
    rule: { instant: null, request: { minutes: null, cutOff: null, untilFulfillment: false } },
    document: { reviewDays: 3 },
  },
};

describe('a workflow of Shopify Flow', () => {
  it('cancels an order as staff would, and the story says which workflow it was', async () => {
    const stage = await openFlow();
    expect(await stage.ask('cancel-whole-order')).toEqual({ state: 'done' });
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
    const record = await stage.record();
    expect(record.state.status).toBe('completed');
    const view = presentCancellation(
      record,
      DEFAULT_POLICY,
      ok(OWNER_ACCESS),
      messagesIn('en', 'staff'),
    );
    expect(JSON.stringify(view)).toContain('Flow: Risky orders');
  });

  it('that comes again acts once, also when the process died before it was noted as done', async () => {
    const stage = await openFlow();
    await stage.ask('cancel-whole-order');
    await stage.ask('cancel-whole-order');
    // Another store: what was done is known by the story alone.
    const flowRuns = createMemoryFlowRuns();
    await stage.settle();
    const again = { ...stage.flowDeps, flowRuns };
    const run: FlowRun = {
      id: RUN,
      action: 'cancel-whole-order',
      orderId: stage.orderId,
      wishes: { refund: true, restock: true, notify: true, reason: 'fraud', note: '' },
      workflow: null,
      receivedAt: 0,
    };
    await flowRuns.receive(shopOf(stage), run);
    await runFlowAction(again, shopOf(stage), RUN);
    expect(await flowRuns.receive(shopOf(stage), run)).toEqual({ state: 'done' });
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
    expect(await stage.deps.store.findAll(shopOf(stage), stage.orderId)).toHaveLength(1);
  });

  it('is refused what cannot be, with the reason, and nothing is done', async () => {
    const stage = await openFlow({ fulfillment: 'fulfilled' });
    expect(await stage.ask('cancel-whole-order')).toMatchObject({
      state: 'refused',
      refusals: [{ code: 'already_fulfilled' }],
    });
    expect(await stage.ask('cancel-whole-order', { id: 'other', orderId: null })).toMatchObject({
      refusals: [{ code: 'order_not_found' }],
    });
    expect(await stage.ask('hold-fulfillment', { id: 'hold' })).toMatchObject({
      refusals: [{ code: 'nothing_to_hold' }],
    });
    expect(stage.ledger()).toMatchObject({ cancels: 0, refunded: {} });
  });

  it('is no way around the limits of the staff who may build it', async () => {
    const stage = await openFlow({
      policy: {
        document: {
          staff: {
            member: {
              mayCancel: true,
              mayOverridePolicy: true,
              refundUpTo: { EUR: '1.00' },
              bulkRefundPerDay: null,
            },
            collaborator: {
              mayCancel: true,
              mayOverridePolicy: true,
              refundUpTo: null,
              bulkRefundPerDay: null,
            },
          },
        },
      },
    });
    expect(await stage.ask('cancel-whole-order')).toEqual({
      state: 'refused',
      refusals: [{ code: 'flow_beyond_staff' }],
    });
    const without = { refund: false, restock: true, notify: false, reason: '', note: '' };
    expect(
      await stage.ask('cancel-whole-order', { id: 'without refund', wishes: without }),
    ).toEqual({ state: 'done' });
  });

  it('approves and declines a request that waits, once each, and is told when none does', async () => {
    const approved = await openFlow(review);
    expect(await approved.ask('approve-cancellation', { id: 'early' })).toMatchObject({
      refusals: [{ code: 'not_waiting_for_review' }],
    });
    await approved.request();
    await approved.settle(5_000);
    expect(await approved.ask('approve-cancellation')).toEqual({ state: 'done' });
    await approved.settle();
    expect(approved.ledger()).toMatchObject({ cancels: 1 });

    const declined = await openFlow(review);
    await declined.request();
    await declined.settle(5_000);
    expect(await declined.ask('decline-cancellation')).toMatchObject({
      refusals: [{ code: 'note_needed' }],
    });
    const wishes = {
      refund: false,
      restock: false,
      notify: false,
      reason: '',
      note: 'Made for you.',
    };
    expect(await declined.ask('decline-cancellation', { id: 'second', wishes })).toEqual({
      state: 'done',
    });
    await declined.settle();
    expect((await declined.record()).state.status).toBe('declined');
    expect(declined.ledger()).toMatchObject({ cancels: 0 });
  });

  it('holds open fulfillment once, and a cancellation that is declined leaves that hold alone', async () => {
    const stage = await openFlow(review);
    expect(await stage.ask('hold-fulfillment')).toEqual({ state: 'done' });
    await runFlowAction(stage.flowDeps, shopOf(stage), RUN);
    const holds = () => stage.order.fulfillmentOrders.flatMap((work) => work.holds);
    expect(holds()).toHaveLength(1);
    expect(holds()[0]).toMatchObject({ handle: 'flow-run-of-a-workflow' });
    await stage.request();
    await stage.settle(5_000);
    const wishes = { refund: false, restock: false, notify: false, reason: '', note: 'No.' };
    await stage.ask('decline-cancellation', { id: 'second', wishes });
    await stage.settle();
    expect(holds()).toMatchObject([{ handle: 'flow-run-of-a-workflow' }]);
  });
});

describe('a trigger for Shopify Flow', () => {
  it('is what the extension declares, taken by Shopify, sent once and to whoever uses it', async () => {
    const stage = await openFlow(review);
    await stage.request();
    await stage.settle(5_000);
    const record = await stage.record();
    const owed = (trigger: 'cancellation-requested' | 'cancellation-declined') => ({
      cancellationId: record.state.id,
      seq: 1,
      trigger,
      at: stage.scene.world.now(),
    });
    const send = async (triggers: ReturnType<typeof createMemoryFlowTriggers>) =>
      sendFlowTriggers({ ...stage.deps, flowTriggers: triggers }, shopOf(stage));
    const triggers = createMemoryFlowTriggers([
      owed('cancellation-requested'),
      { ...owed('cancellation-declined'), seq: 2 },
    ]);
    await triggers.noteUse(shopOf(stage), 'Cancellation requested', { isUsed: true, at: 1 });
    await send(triggers);
    await send(triggers);
    expect(stage.scene.world.flow.received()).toMatchObject([
      {
        handle: 'cancellation-requested',
        payload: {
          order_id: stage.order.id,
          'Event ID': `${record.state.id}-1`,
          'Refund amount': '25.00',
          Currency: 'EUR',
          'Whole order': true,
          'Asked for by': 'shopper',
        },
      },
    ]);
    expect(await triggers.owed(shopOf(stage), 10)).toEqual([]);
  });

  it('stays owed while Shopify cannot be reached, and is dropped when it is refused', async () => {
    const stage = await openFlow(review);
    await stage.request();
    await stage.settle(5_000);
    const { id: cancellationId } = (await stage.record()).state;
    const triggers = createMemoryFlowTriggers([
      { cancellationId, seq: 1, trigger: 'cancellation-requested', at: 0 },
    ]);
    await triggers.noteUse(shopOf(stage), 'Cancellation requested', { isUsed: true, at: 1 });
    const send = () => sendFlowTriggers({ ...stage.deps, flowTriggers: triggers }, shopOf(stage));
    stage.scene.world.faults.inject({
      fault: {
        at: 'admin_api',
        operation: 'flowTriggerReceive',
        effect: { kind: 'http', status: 503 },
      },
    });
    await expect(send()).rejects.toThrow('Flow could not be told');
    expect(await triggers.owed(shopOf(stage), 10)).toHaveLength(1);
    await send();
    expect(stage.scene.world.flow.received()).toHaveLength(1);
  });
});
