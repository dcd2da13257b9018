import type { AppLoadContext } from '@remix-run/node';

import { readBulk } from '../../application/bulk/read-bulk.ts';
import { mailingOf } from '../../application/notification/shop-mailing.ts';
import type { BulkView } from '../../contract/bulk/bulk-view.ts';
import { presentBulk } from '../../presentation/bulk/present-bulk.ts';
import { type Staff, staffAccess } from './staff.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A bulk's id, or null for a text that is none. */
export const parseBulkId = (text: string | undefined): string | null =>
  text !== undefined && UUID.test(text) ? text : null;

/** A bulk of the shop's as its pages show it; null when there is none of this id. */
export async function readBulkView(
  { context }: { readonly context: AppLoadContext },
  staff: Staff,
  id: string | null,
): Promise<BulkView | null> {
  const { container } = context;
  const [seen, policy, access, { ownMail }] = await Promise.all([
    id === null ? null : readBulk(container, staff.shop, id),
    container.policies.current(staff.shop),
    staffAccess({ context }, staff),
    mailingOf(container, staff.shop),
  ]);
  return seen && presentBulk(seen, { policy, access, ownMail }, staff.messages);
}
