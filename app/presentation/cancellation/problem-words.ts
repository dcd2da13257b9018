import type { Problem } from '../../domain/saga/problem.ts';
import type { Messages } from '../../messages/message-types.ts';

/** Why something was not done: Unorder's own reasons in the reader's words, others in those of Shopify or the mail server. */
export const problemWords = (
  { kind, code, message }: Problem,
  { find }: Messages<'staff'>,
): string => (kind === 'mail_failed' ? find(`mailProblems.${code ?? ''}`) : null) ?? message;
