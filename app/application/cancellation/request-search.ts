import type { ListSpec } from '../shared/list-page.ts';

const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * What the requests can be asked for. Keys: whether it is to be answered, when that ends in milliseconds, and the id;
 * the status, when it was opened, and the id.
 */
export const REQUEST_LIST: ListSpec<'deadline' | 'newest', 'assignee'> = {
  sorts: {
    deadline: new RegExp(`^[01]~(\\d{1,14}|none)~${ID}$`),
    newest: new RegExp(`^(needs_attention|in_review)~\\d{1,14}~${ID}$`),
  },
  defaultSort: { by: 'deadline', direction: 'ascending' },
  filters: { assignee: ['me', 'nobody'] },
};
