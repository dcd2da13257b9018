import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { messagesIn } from '../../messages/messages.ts';
import { presentShopperCancellation } from './present-shopper-cancellation.ts';

/**
 * What the customer reads on the order's page now, for staff.
 *
 * @param locale the staff member's
 */
export function whatCustomerSees(
  record: CancellationRecord,
  policy: Policy,
  locale: string,
): string {
  const { status, scope } = presentShopperCancellation(record, policy, locale);
  const { t } = messagesIn(locale, 'shopper');
  switch (status) {
    case 'in_progress':
    case 'cancelled':
    case 'completed':
      return t(`status.${status}.${scope}.text`);
    case 'needs_attention':
      return t(`status.${record.state.cancelledAt === null ? '' : 'money_'}needs_attention.text`);
    default:
      return t(`status.${status}.text`);
  }
}
