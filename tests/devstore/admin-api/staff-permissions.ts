import type { StaffMember } from '../world/model.ts';

/** Why a member of staff may not have money sent back. */
interface RefundRefusal {
  readonly code: 'NO_REFUND_PERMISSION' | 'NO_REFUND_TO_STORE_CREDIT_PERMISSION';
  readonly message: string;
}

/**
 * What stands between a member of staff and a refund, or null; an app's own (offline) token may do
 * what its scopes say. Source of the codes:
 * https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderCancelUserErrorCode; the texts are
 * our own.
 */
export function refundRefusal(
  staff: StaffMember | null,
  refund: { readonly toOriginal: boolean; readonly toStoreCredit: boolean },
): RefundRefusal | null {
  const permissions = staff?.permissions;
  if (permissions === undefined) return null;
  if (refund.toOriginal && !permissions.refundOrders) {
    return {
      code: 'NO_REFUND_PERMISSION',
      message: 'You do not have permission to refund orders',
    };
  }
  if (refund.toStoreCredit && !permissions.refundToStoreCredit) {
    return {
      code: 'NO_REFUND_TO_STORE_CREDIT_PERMISSION',
      message: 'You do not have permission to refund to store credit',
    };
  }
  return null;
}
