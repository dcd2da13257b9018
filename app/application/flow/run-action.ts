import type { Actor } from '../../domain/actor.ts';
import { against, FLOW, forFlow } from '../../domain/authority/authority.ts';
import { canBeAnswered } from '../../domain/cancellation/machine/decide.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { unreachable } from '../../domain/result.ts';
import {
  type ApproveDeps,
  approveRequest,
  declineRequest,
} from '../cancellation/answer-request.ts';
import { type CancellationRecord, readAll } from '../cancellation/cancellation-record.ts';
import { type OpenDeps, openCancellation } from '../cancellation/open/open-cancellation.ts';
import { whyUnread } from '../order/why-unread.ts';
import { askedByFlow } from './asked-by-flow.ts';
import type { FlowRun, FlowRuns } from './ports.ts';

export type FlowActionDeps = OpenDeps & ApproveDeps & { readonly flowRuns: FlowRuns };

/** The platform cannot be asked now: the job is tried again, and Flow goes on hearing that it waits. */
class ActionPutOff extends Error {
  constructor(code: string) {
    super(`An action of Flow's could not be carried out now: ${code}`);
    this.name = 'ActionPutOff';
  }
}

/**
 * Carries out what a workflow asked for, once: a run that is settled is over, and one that died after it acted is
 * recognised by its id in the story of what it did. What speaks against it settles it too, in the words that Flow
 * shows in the workflow's log.
 */
export async function runFlowAction(
  deps: FlowActionDeps,
  shop: ShopDomain,
  runId: string,
): Promise<void> {
  const run = await deps.flowRuns.waiting(shop, runId);
  if (!run) return;
  const refusals = await carryOut(deps, shop, run);
  const later = refusals.find(({ code }) => code === 'platform_unavailable');
  if (later) throw new ActionPutOff(later.code);
  await deps.flowRuns.settle(
    shop,
    runId,
    refusals.length > 0 ? { state: 'refused', refusals } : { state: 'done' },
    deps.clock.now(),
  );
}

async function carryOut(
  deps: FlowActionDeps,
  shop: ShopDomain,
  run: FlowRun,
): Promise<readonly Refusal[]> {
  const { orderId, wishes, action } = run;
  if (!orderId) return [{ code: 'order_not_found' }];
  const actor = { kind: 'flow', runId: run.id, workflow: run.workflow } as const;
  const records = await readAll(deps.store, shop, orderId);
  if (records.some((record) => wasDoneBy(record, run.id))) return [];
  switch (action) {
    case 'cancel-whole-order': {
      const known = records[0]?.state.id ?? null;
      const opened = await openCancellation(deps, shop, orderId, askedByFlow(actor, wishes, known));
      return opened.ok ? [] : opened.error.map(forFlow);
    }
    case 'approve-cancellation':
      return answer(records, (id) =>
        approveRequest(deps, shop, id, answering(actor), {
          kind: 'as_asked',
          noteToCustomer: wishes.note,
        }),
      );
    case 'decline-cancellation':
      return answer(records, (id) =>
        declineRequest(deps, shop, id, answering(actor), {
          noteToCustomer: wishes.note,
          nextStep: 'contact_shop',
        }),
      );
    case 'hold-fulfillment':
      return hold(deps, shop, orderId, run);
    default:
      return unreachable(action);
  }
}

const answering = (actor: Actor) => ({ actor, authority: FLOW });

const wasDoneBy = ({ events }: CancellationRecord, runId: string): boolean =>
  events.some(
    (event) => 'actor' in event && event.actor.kind === 'flow' && event.actor.runId === runId,
  );

/** Answers the request of the order that waits for a person. */
async function answer(
  records: readonly CancellationRecord[],
  give: (id: CancellationId) => ReturnType<typeof approveRequest>,
): Promise<readonly Refusal[]> {
  const waiting = records.find(({ state }) => canBeAnswered(state));
  if (!waiting) return [{ code: 'not_waiting_for_review' }];
  const given = await give(waiting.state.id);
  return given.ok ? [] : given.error.map(forFlow);
}

/** Holds all open work of an order until somebody releases it in Shopify. A hold under the run's own handle is found again. */
async function hold(
  deps: FlowActionDeps,
  shop: ShopDomain,
  orderId: OrderId,
  run: FlowRun,
): Promise<readonly Refusal[]> {
  const policy = await deps.policies.current(shop);
  const forbidden = against(policy, FLOW, { do: 'decline' });
  if (forbidden.length > 0) return forbidden;
  const read = await deps.platform.readOrder(shop, orderId);
  if (!read.ok) return [whyUnread(read.error)];
  if (!read.value) return [{ code: 'order_not_found' }];
  const open = read.value.fulfillmentOrders.filter(({ status }) =>
    HELD_WHILE.some((one) => one === status),
  );
  if (open.length === 0) return [{ code: 'nothing_to_hold' }];
  for (const { id, holds } of open) {
    const handle = holdHandle(run.id);
    if (holds.some((one) => one.heldByThisApp && one.handle === handle)) continue;
    const held = await deps.platform.holdFulfillment(shop, id, {
      handle,
      workflow: run.workflow,
    });
    if (held.ok) continue;
    return [
      held.error.kind === 'refused'
        ? { code: 'nothing_to_hold' }
        : { code: 'platform_unavailable' },
    ];
  }
  return [];
}

const HELD_WHILE = ['OPEN', 'SCHEDULED', 'ON_HOLD'] as const;

/** The platform takes 64 characters, and Flow's ids are longer: their end tells them apart. */
const holdHandle = (runId: string): string => `flow-${runId.slice(-59)}`;
