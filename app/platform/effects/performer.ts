import type { PlatformResult } from '../../application/shared/platform.ts';
import type { EffectName, EffectOf, OutcomeOf } from '../../domain/cancellation/events.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { AdminClient } from '../client/admin-client.ts';

/** What an effect is performed with. */
export interface Occasion {
  readonly client: AdminClient;
  readonly shop: ShopDomain;
  readonly orderId: OrderId;
  /** The same for every attempt at this action. */
  readonly key: string;
  /** For staff, with the mark by which the action is found again. */
  readonly note: string;
}

/** Performs an effect of one kind, once, and says what came of it. */
export type Perform<Name extends EffectName> = {
  perform(effect: EffectOf<Name>, occasion: Occasion): Promise<PlatformResult<OutcomeOf<Name>>>;
}['perform'];
