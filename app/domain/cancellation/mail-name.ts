import type { MailTemplate } from './events.ts';

/** A mail's name within its cancellation: one that can be due again carries its round. */
export function mailName(template: MailTemplate, refundRound: number): string {
  return template === 'refund_failed' ? `${template}-${refundRound}` : template;
}
