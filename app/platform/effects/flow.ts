import type { Platform } from '../../application/shared/platform.ts';
import { err, ok } from '../../domain/result.ts';
import type {
  SendFlowTriggerMutation,
  SendFlowTriggerMutationVariables,
} from '../admin-api.generated.ts';
import type { AdminClient, MutationAnswer } from '../client/admin-client.ts';
import { document } from '../client/document.ts';
import { platformError, refused } from '../client/platform-error.ts';
import type { PlatformResult } from '../../application/shared/platform.ts';
import { HOLD_FULFILLMENT_ORDER } from './hold.ts';

/** https://shopify.dev/docs/apps/build/flow/triggers/reference#mutation-api-reference */
const SEND_FLOW_TRIGGER = document<
  SendFlowTriggerMutation,
  SendFlowTriggerMutationVariables
>(`#graphql
  mutation SendFlowTrigger($handle: String!, $payload: JSON!) {
    flowTriggerReceive(handle: $handle, payload: $payload) {
      userErrors {
        message
      }
    }
  }
`);

/** What the app tells Shopify Flow, and what it does for a workflow outside of any cancellation. */
export function createFlow(
  client: AdminClient,
): Pick<Platform, 'sendFlowTrigger' | 'holdFulfillment'> {
  return {
    async sendFlowTrigger(shop, handle, payload) {
      const answer = await client.mutate(shop, SEND_FLOW_TRIGGER, { handle, payload });
      return settled(answer, (data) => data.flowTriggerReceive);
    },

    async holdFulfillment(shop, id, { handle, workflow }) {
      const by = workflow === null ? '' : ` “${workflow}”`;
      const reasonNotes = `Held by Unorder for a workflow${by} of Shopify Flow.`;
      const hold = { reason: 'OTHER', reasonNotes, handle, notifyMerchant: false } as const;
      const answer = await client.mutate(shop, HOLD_FULFILLMENT_ORDER, { id, hold });
      return settled(answer, (data) => data.fulfillmentOrderHold);
    },
  };
}

interface Payload {
  readonly userErrors: readonly { readonly message: string; readonly code?: string | null }[];
}

/** Errors of the platform's own are a no; without a payload nobody knows what was done. */
function settled<Data>(
  answer: PlatformResult<MutationAnswer<Data>>,
  payloadIn: (data: Data) => Payload | null | undefined,
): PlatformResult<null> {
  if (!answer.ok) return answer;
  const { data, beside } = answer.value;
  if (beside) return err(beside);
  const payload = payloadIn(data);
  if (!payload) return err(platformError('malformed', null, 'The answer holds no payload.'));
  const [error] = payload.userErrors;
  return error ? refused(error.code ?? null, error.message) : ok(null);
}
