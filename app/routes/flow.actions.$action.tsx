import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { FLOW_ACTIONS } from '../domain/flow/actions.ts';
import { parseOrderId } from '../domain/ids.ts';
import { beginningOf } from '../domain/text/text.ts';
import { wellFormed } from '../domain/text/well-formed.ts';
import { readFlowRequest } from '../http/flow/flow-request.ts';
import { messagesIn } from '../messages/messages.ts';
import { staffRefusalText } from '../presentation/refusal/staff-refusal.ts';

/** A tick box comes as a boolean; a merchant may put a value of another step's in its place. */
const tick = z
  .union([z.boolean(), z.string().transform((text) => text.trim().toLowerCase() === 'true')])
  .nullish()
  .transform((value) => value ?? false);
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => wellFormed(value ?? '') as string);

/** Fields of extensions/flow-actions; those that an action does not have are missing. */
const flowAction = z.looseObject({
  shopify_domain: z.string(),
  action_run_id: z.string().min(1).max(200),
  properties: z.looseObject({
    order_id: z.union([z.string(), z.number()]).nullish(),
    refund: tick,
    restock: tick,
    notify: tick,
    reason: text,
    note: text,
    workflow: text,
  }),
});

const LONGEST_NAME = 100;

/**
 * What a workflow of Shopify Flow asks for. It is noted and carried out by a job: until that has been, Flow hears 202
 * and asks again under the same `action_run_id`; then 200, or 400 with the reason in words, which Flow shows in the
 * workflow's log. However often it asks, it is done once.
 * Source: https://shopify.dev/docs/apps/build/flow/actions/endpoints
 */
export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const asked = FLOW_ACTIONS.find((known) => known === params['action']);
  if (!asked) return new Response(null, { status: 404 });
  const read = await readFlowRequest(request, context, flowAction);
  if (read instanceof Response) return read;
  const { shop, body } = read;
  const { order_id: orderId, workflow, ...wishes } = body.properties;
  const { container } = context;
  const outcome = await container.flowRuns.receive(shop, {
    id: body.action_run_id,
    action: asked,
    orderId: parseOrderId(gidOf(orderId ?? '')),
    wishes: {
      refund: wishes.refund,
      restock: wishes.restock,
      notify: wishes.notify,
      reason: wishes.reason,
      note: wishes.note,
    },
    workflow: beginningOf(workflow.trim(), LONGEST_NAME) || null,
    receivedAt: container.clock.now(),
  });
  if (outcome.state === 'waiting') return new Response(null, { status: 202 });
  if (outcome.state === 'done') return Response.json({ message: 'Done.' });
  const messages = messagesIn('en', 'staff');
  const words = outcome.refusals.map((refusal) => staffRefusalText(refusal, messages));
  return Response.json({ message: words.join(' ') }, { status: 400 });
};

/** Flow names an order by its id or by the number in it. */
const gidOf = (id: string | number): string =>
  /^\d+$/.test(String(id)) ? `gid://shopify/Order/${id}` : String(id);
