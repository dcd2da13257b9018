import type { ListSpec } from '../shared/list-page.ts';

/** What the requests can be asked for. A key: the status, when it was opened in milliseconds, and the id. */
export const REQUEST_LIST: ListSpec<'urgency'> = {
  sorts: {
    urgency: /^(needs_attention|in_review)~\d{1,14}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  },
  defaultSort: { by: 'urgency', direction: 'descending' },
  filters: {},
};
