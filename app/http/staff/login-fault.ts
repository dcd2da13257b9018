import type { Messages } from '../../messages/message-types.ts';

/** What the library's `login` finds wrong with the shop it was given. */
interface LoginError {
  readonly shop?: string;
}

/** The fault in words, or null. */
export function loginFaultOf({ shop }: LoginError, { t, find }: Messages<'staff'>): string | null {
  if (shop === undefined) return null;
  return find(`login.fault.${shop}`) ?? t('login.fault.unknown');
}
