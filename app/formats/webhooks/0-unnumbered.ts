import type { StoredDocument } from '../upcast.ts';

/**
 * Before formats had numbers, a request for a customer's data could lack its orders, and a change of scopes
 * carried what the webhook said they were; they are read anew since.
 */
export function fromUnnumbered(news: StoredDocument): StoredDocument {
  switch (news.kind) {
    case 'customer_data_requested':
      return { orderIds: [], ...news };
    case 'scopes_changed':
      return { kind: news.kind };
    default:
      return news;
  }
}
