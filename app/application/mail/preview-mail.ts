import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { StaffMember } from '../cancellation/open/asked-by-staff.ts';
import { quoteStaffChoice } from '../cancellation/open/quote-staff-choice.ts';
import { asTheShopWants, mailingOf, readSettings } from '../notification/shop-mailing.ts';
import { whyUnread } from '../order/why-unread.ts';
import type { StaffDeps } from '../order/read-staff-order.ts';
import type { ComposeMail, ComposedMail } from './ports.ts';
import { writePlannedMail } from './write-mail.ts';

/** A preview is never sent: its key names none. */
const NO_KEY = 'preview';

/**
 * What the customer would read of a staff member's choice, or everything against the choice; changes and sends
 * nothing. Null when no mail of the app's would go: the customer left no address, or Shopify writes.
 */
export async function previewMail(
  deps: StaffDeps & { readonly composeMail: ComposeMail },
  shop: ShopDomain,
  orderId: OrderId,
  by: StaffMember,
  choice: Parameters<typeof quoteStaffChoice>[4] & { readonly noteToCustomer: string },
): Promise<Result<ComposedMail | null, readonly Refusal[]>> {
  const quoted = await quoteStaffChoice(deps, shop, orderId, by, choice);
  if (!quoted.ok) return quoted;
  if (!(await mailingOf(deps, shop)).ownMail) return ok(null);
  const recipient = await deps.platform.readRecipient(shop, orderId);
  if (!recipient.ok) return err([whyUnread(recipient.error)]);
  if (!recipient.value) return ok(null);
  const mail = writePlannedMail(quoted.value.plan, choice.noteToCustomer, NO_KEY, recipient.value);
  if (!mail) return ok(null);
  const settings = await readSettings(deps, shop);
  return ok(deps.composeMail(asTheShopWants(mail, shop, settings)));
}
