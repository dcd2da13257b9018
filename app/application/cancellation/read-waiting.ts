import type { Command } from '../../domain/cancellation/machine/decide.ts';
import { asksAboutPlan } from '../../domain/cancellation/seen/saw-waiting.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import type { Platform, PlatformResult } from '../shared/platform.ts';

/** The order of a cancellation that waits, read now, as what the machine makes of it. */
export async function readWaiting(
  platform: Platform,
  shop: ShopDomain,
  state: Cancellation,
): Promise<PlatformResult<Extract<Command, { type: 'saw_waiting' | 'saw_gone' }>>> {
  if (asksAboutPlan(state)) {
    const read = await platform.readOrderForRefund(shop, state.orderId, state.plan.refund);
    if (!read.ok) return read;
    return ok(read.value ? { type: 'saw_waiting', ...read.value } : { type: 'saw_gone' });
  }
  const read = await platform.readOrder(shop, state.orderId);
  if (!read.ok) return read;
  return ok(
    read.value ? { type: 'saw_waiting', order: read.value, suggested: null } : { type: 'saw_gone' },
  );
}
