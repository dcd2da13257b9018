import type { Messages } from '../../messages/message-types.ts';
import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
import { isFinal } from '../../domain/cancellation/state.ts';
import { SECOND } from '../../domain/time.ts';

/** Pages look every few seconds: said from here on, it is read within ten. */
const WORTH_SAYING = 7 * SECOND;

/** Whole seconds for which work that is due has stood still; null while it moves, or waits for its time or a person. */
export function standsStillFor({
  state,
  overdueBy = null,
}: Pick<CancellationRecord, 'state' | 'overdueBy'>): number | null {
  if (overdueBy === null || overdueBy < WORTH_SAYING) return null;
  if (isFinal(state.status) || state.attention !== null) return null;
  return Math.floor(overdueBy / SECOND);
}

/** The same in staff words: what it waits for, and that nobody has to do anything. */
export function standstillWords(
  record: CancellationRecord,
  { t }: Messages<'staff'>,
): string | null {
  const count = standsStillFor(record);
  return count === null ? null : t(`standstill.${awaited(record)}`, { count });
}

function awaited({ state: { intent } }: CancellationRecord) {
  if (!intent) return 'turn';
  return intent.effect.kind === 'tell' ? 'mail' : 'shopify';
}
