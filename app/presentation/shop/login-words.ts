import type { Messages } from '../../messages/message-types.ts';

/** What the form says that asks for the shop. */
export interface LoginWords {
  readonly label: string;
  readonly open: string;
}

/** The form stands on pages that are given nothing but their own words. */
export const loginWords = ({ t }: Messages<'staff'>): LoginWords => ({
  label: t('login.label'),
  open: t('login.open'),
});
