import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { type SimulationRequest, simulatePolicy } from '../application/policy/simulate-policy.ts';
import type { Container } from '../container.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { policyDocument } from '../domain/policy/document/policy.ts';
import { DAY, MINUTE } from '../domain/time.ts';
import { readJsonBody } from '../http/body/json-body.ts';
import { jsonLines } from '../http/body/json-lines.ts';
import { POLICY_BODY_BYTES } from '../http/body/policy-body.ts';
import { refusedBody } from '../http/server/refused.ts';
import { STAFF_LOCALE, staffJson } from '../http/staff/staff.ts';
import type { PolicySimulationMessage } from '../contract/policy/policy-view.ts';
import { presentSimulationStep } from '../presentation/policy/present-simulation.ts';

const DAYS = 90;

const simulationBody = z.strictObject({
  document: policyDocument,
  minutesAfterOrder: z
    .int()
    .min(0)
    .max((DAYS * DAY) / MINUTE),
});

/**
 * Runs a draft of the policy over past orders and tells how far it is, a line a page of orders. Ends when
 * nobody reads any longer; nothing is kept.
 */
export const action = (args: ActionFunctionArgs) =>
  staffJson(args, async ({ shop }) => {
    const body = await readJsonBody(args.request, simulationBody, POLICY_BODY_BYTES);
    if (!body.ok) return refusedBody(body.error);
    const { document: draft, minutesAfterOrder } = body.value;
    const { signal } = args.request;
    const { container, requestId } = args.context;
    return jsonLines(
      messages(container, requestId, shop, { draft, days: DAYS, minutesAfterOrder, signal }),
    );
  });

/** What is told of a simulation; its failure too, as the answer has begun by then. */
async function* messages(
  container: Container,
  requestId: string,
  shop: ShopDomain,
  request: SimulationRequest,
): AsyncGenerator<PolicySimulationMessage> {
  try {
    for await (const step of simulatePolicy(container, shop, request)) {
      yield presentSimulationStep(step, STAFF_LOCALE);
    }
  } catch (error) {
    container.log.error({ error, requestId }, 'a simulation of a policy failed');
    const message = `The simulation failed. Nothing was changed. Reference for support: ${requestId}`;
    yield { kind: 'failed', refusals: [{ code: 'failed', message }] };
  }
}
