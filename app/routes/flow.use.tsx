import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { readFlowRequest } from '../http/flow/flow-request.ts';

/** Source: https://shopify.dev/docs/apps/build/flow/track-lifecycle-events */
const use = z.looseObject({
  shopify_domain: z.string(),
  flow_trigger_definition_id: z.string().min(1).max(300),
  has_enabled_flow: z.boolean(),
  timestamp: z.iso.datetime({ offset: true }),
});

/**
 * Whether workflows begin with one of the app's triggers: only such a shop's events are sent. A merchant can turn a
 * workflow on only when this answers 2xx, so it does for whatever Flow signed and could be stored; otherwise Flow says
 * that it could not be turned on, rather than that it is and never begins.
 */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const read = await readFlowRequest(request, context, use);
  if (read instanceof Response) return read;
  const { shop, body } = read;
  await context.container.flowTriggers.noteUse(shop, body.flow_trigger_definition_id, {
    isUsed: body.has_enabled_flow,
    at: Date.parse(body.timestamp),
  });
  return new Response(null, { status: 200 });
};
