import type { StaffAccess } from '../../../app/domain/authority/staff-access.ts';

/** The store's owner: the platform lets them do everything. */
export const OWNER: StaffAccess = {
  role: 'owner',
  mayCancelOrders: true,
  mayRefundOrders: true,
  mayEditOrders: true,
};

/** Somebody of the store's staff with every permission of the platform's, but for the changes. */
export const member = (changes: Partial<StaffAccess> = {}): StaffAccess => ({
  ...OWNER,
  role: 'member',
  ...changes,
});
