import type { Request, Response } from 'express';
import type { Shop, StaffMember } from '../../world/model.ts';
import { cookie } from '../cookie.ts';

const STAFF_COOKIE = 'devstore_staff';

/** One request to a shop's admin. */
export interface AdminVisit {
  readonly shop: Shop;
  /** Who is signed in: the one chosen, or else the owner; null in a shop without staff. */
  readonly member: StaffMember | null;
  /** The address asked for, to come back to. */
  readonly address: string;
}

export function visitOf(shop: Shop, request: Request): AdminVisit {
  const chosen = Number(cookie(request, STAFF_COOKIE));
  const member =
    shop.staff.find(({ id }) => id === chosen) ??
    shop.staff.find(({ accountOwner }) => accountOwner) ??
    shop.staff[0] ??
    null;
  return { shop, member, address: request.originalUrl };
}

/** Signs a member of staff in, on every page of the admin from now on. */
export function signInStaff(response: Response, member: StaffMember): void {
  response.cookie(STAFF_COOKIE, String(member.id), { httpOnly: true, sameSite: 'lax' });
}

/** What a member of staff is to the shop, in a word or two. */
export function staffRole(member: StaffMember): string {
  const { permissions } = member;
  if (member.accountOwner) return 'Owner';
  if (member.collaborator) return 'Collaborator';
  if (permissions === undefined) return 'Staff, every permission';
  if (!permissions.cancelOrders) return 'Staff, read only';
  return permissions.refundOrders ? 'Staff, may cancel and refund' : 'Staff, may cancel';
}
