export type StaffRole = 'owner' | 'member' | 'collaborator';

/**
 * What the platform says of the person who acts. Without a permission of the platform's the app does not act
 * for them either, although its own token could.
 */
export interface StaffAccess {
  readonly role: StaffRole;
  readonly mayCancelOrders: boolean;
  /** To the original payment methods or to store credit; by hand too, for it is recorded as a refund. */
  readonly mayRefundOrders: boolean;
  /** Taking units off an unpaid order edits it. */
  readonly mayEditOrders: boolean;
}
