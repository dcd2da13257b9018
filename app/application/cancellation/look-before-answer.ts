import { decide } from '../../domain/cancellation/machine/decide.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { type CancellationRecord, readRecord } from './cancellation-record.ts';
import { type ChangeDeps, changeCancellation } from './advance/change-cancellation.ts';
import type { Platform } from '../shared/platform.ts';
import { readWaiting } from './read-waiting.ts';
import { whyUnread } from '../order/why-unread.ts';

export interface LookDeps extends ChangeDeps {
  readonly platform: Platform;
}

/** What a look found before a person's answer was carried out. */
export type Looked =
  /** The answer can be carried out on what the order shows now. */
  | {
      readonly is: 'unchanged';
      readonly record: CancellationRecord;
      readonly order: OrderFacts | null;
    }
  /** Others were faster, or the facts changed: this is what became of it, and the answer has no object any more. */
  | { readonly is: 'changed'; readonly state: Cancellation };

/**
 * Reads the order of a cancellation that waits for a person, right before their answer is carried out: no
 * answer is given to facts remembered. What has settled meanwhile is stored as what it led to.
 */
export async function lookBeforeAnswer(
  deps: LookDeps,
  shop: ShopDomain,
  id: CancellationId,
  answer: 'approve' | 'decline' | 'resume',
): Promise<Result<Looked, Refusal>> {
  const record = await readRecord(deps.store, shop, id);
  if (!record) return err({ code: 'not_found' });
  const seen = await readWaiting(deps.platform, shop, record.state);
  if (!seen.ok) return err(whyUnread(seen.error));
  // What stops a customer's request by itself may not stop a person who knows better.
  const state = answer === 'approve' ? { ...record.state, approved: true } : record.state;
  const decided = decide(state, seen.value, deps.clock.now());
  if (!decided.ok) return decided;
  if (decided.value.length === 0) {
    const order = seen.value.type === 'saw_waiting' ? seen.value.order : null;
    return ok({ is: 'unchanged', record, order });
  }
  const changed = await changeCancellation(deps, shop, id, seen.value);
  return changed.ok ? ok({ is: 'changed', state: changed.value }) : changed;
}
