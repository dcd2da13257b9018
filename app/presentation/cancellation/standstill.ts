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
export function standstillWords(record: CancellationRecord): string | null {
  const seconds = standsStillFor(record);
  if (seconds === null) return null;
  return `Nothing has happened for ${seconds} seconds: the cancellation is waiting for ${awaited(record)}. It continues automatically, and nothing is done twice.`;
}

function awaited({ state: { intent } }: CancellationRecord): string {
  if (!intent) return 'its turn';
  return intent.effect.kind === 'tell' ? 'the email server' : 'Shopify to answer';
}
