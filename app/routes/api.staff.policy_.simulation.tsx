import type { ActionFunctionArgs } from '@remix-run/node';

import { SIMULATED_DAYS, policySimulationBody } from '../contract/policy/policy-bodies.ts';
import { type SimulationRequest, simulatePolicy } from '../application/policy/simulate-policy.ts';
import type { Container } from '../container.server.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { jsonLines } from '../http/body/json-lines.ts';
import { POLICY_BODY_BYTES } from '../http/body/policy-body.ts';
import { type Staff, staffJson } from '../http/staff/staff.ts';
import type { PolicySimulationMessage } from '../contract/policy/policy-view.ts';
import { presentSimulationStep } from '../presentation/policy/present-simulation.ts';
import { refusedBodyOfStaff } from '../http/staff/staff-order.ts';

/**
 * Runs a draft of the policy over past orders and tells how far it is, a line a page of orders. Ends when
 * nobody reads any longer; nothing is kept.
 */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async (staff) => {
    const body = await readJsonBody(args.request, policySimulationBody, POLICY_BODY_BYTES);
    if (!body.ok) return refusedBodyOfStaff(staff, body.error);
    const { document: draft, minutesAfterOrder } = body.value;
    const { signal } = args.request;
    const { container, requestId } = args.context;
    return jsonLines(
      told(container, requestId, staff, { draft, days: SIMULATED_DAYS, minutesAfterOrder, signal }),
    );
  });

/** What is told of a simulation; its failure too, as the answer has begun by then. */
async function* told(
  container: Container,
  requestId: string,
  { shop, messages }: Staff,
  request: SimulationRequest,
): AsyncGenerator<PolicySimulationMessage> {
  try {
    for await (const step of simulatePolicy(container, shop, request)) {
      yield presentSimulationStep(step, messages);
    }
  } catch (error) {
    container.log.error({ error, requestId }, 'a simulation of a policy failed');
    const message = messages.t('refusals.simulation_failed', { reference: requestId });
    yield { kind: 'failed', refusals: [{ code: 'failed', message }] };
  }
}
