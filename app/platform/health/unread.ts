import type { PlatformError } from '../../application/shared/platform.ts';
import type { Unread } from '../../domain/health/facts.ts';

/** What the platform did not answer, as a check is told. */
export const unread = ({ kind, message }: PlatformError): { ok: false; error: Unread } => ({
  ok: false,
  error: { code: 'not_readable', reason: kind, detail: message },
});
