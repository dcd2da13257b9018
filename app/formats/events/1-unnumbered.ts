import { isDocument, type StoredDocument } from '../upcast.ts';

/**
 * Before formats had numbers, fields were added that older events lack: the mails a request owes, the deals a
 * plan returns, and which payments are on their way when a refund stays unconfirmed.
 */
export function fromUnnumbered(event: StoredDocument): StoredDocument {
  switch (event.type) {
    case 'requested':
      return { mails: [], ...event, plan: withRegainedDeals(event.plan) };
    case 'approved':
    case 'recorded_outside':
      return { ...event, plan: withRegainedDeals(event.plan) };
    case 'readiness_confirmed':
      return { ...event, refund: withDeals(event.refund) };
    case 'effect_intended':
      return { ...event, effect: effect(event.effect) };
    case 'attention_raised':
      return isDocument(event.attention) && event.attention.what === 'refund_unconfirmed'
        ? { ...event, attention: { shares: null, ...event.attention } }
        : event;
    default:
      return event;
  }
}

function effect(stored: unknown): unknown {
  if (!isDocument(stored)) return stored;
  switch (stored.kind) {
    case 'cancel':
      return { ...stored, plan: withRegainedDeals(stored.plan) };
    case 'refund_lines':
    case 'edit_lines':
      return { ...stored, refund: withDeals(stored.refund) };
    default:
      return stored;
  }
}

const withRegainedDeals = (plan: unknown): unknown =>
  isDocument(plan) ? { ...plan, refund: withDeals(plan.refund) } : plan;

const withDeals = (refund: unknown): unknown =>
  isDocument(refund) ? { regainedDeals: [], ...refund } : refund;
