import type { CancellationTexts } from '../../application/cancellation/ports.ts';
import type { PlatformResult } from '../../application/shared/platform.ts';
import type { EffectName, EffectOf, EffectOutcome } from '../../domain/cancellation/events.ts';
import { markedNote } from '../../domain/cancellation/plan.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { cancel } from './cancel.ts';
import { correctStock } from './correct-stock.ts';
import { deactivateGiftCard } from './deactivate-gift-card.ts';
import { editLines } from './edit-lines.ts';
import { giveBonus } from './give-bonus.ts';
import { hold } from './hold.ts';
import type { Perform } from './performer.ts';
import { recall } from './recall.ts';
import { refund } from './refund.ts';
import { refundLines } from './refund-lines.ts';
import { release } from './release.ts';

type PlatformEffectName = Exclude<EffectName, 'tell'>;

const PERFORMERS = {
  hold,
  release,
  recall,
  cancel,
  refund_lines: refundLines,
  edit_lines: editLines,
  deactivate_gift_card: deactivateGiftCard,
  correct_stock: correctStock,
  refund,
  give_bonus: giveBonus,
} satisfies { readonly [Name in PlatformEffectName]: Perform<Name> };

/** Performs one effect, once, and says what came of it. */
export function performEffect(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  effect: EffectOf<PlatformEffectName>,
  key: string,
  texts: CancellationTexts,
): Promise<PlatformResult<EffectOutcome>> {
  const perform: Perform<EffectName> = PERFORMERS[effect.kind];
  const note = markedNote(texts.internalNote ?? '', key);
  return perform(effect, { client, shop, orderId, key, note });
}
