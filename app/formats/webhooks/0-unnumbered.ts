import type { StoredDocument } from '../upcast.ts';

/**
 * Before formats had numbers, a request for a customer's data could lack its orders, and a change of scopes
 * carried what the webhook said they were; they are read anew since.
 */
export function fromUnnumbered(event: StoredDocument): StoredDocument {
  switch (event.kind) {
    case 'customer_data_requested':
      return { orderIds: [], ...event };
    case 'scopes_changed':
      return { kind: event.kind };
    default:
      return event;
  }
}
