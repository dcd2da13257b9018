import { type GiftCardId, legacyNumberOf } from '../../ids.ts';
import { moved, withDone } from '../../saga/underway.ts';
import { type Cancellation, isBeforePivot } from '../state.ts';
import type { CancellationEffect } from './definition.ts';
import { SKIP } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    deactivate_gift_card: {
      takes: { readonly giftCardId: GiftCardId };
      brings: object;
      records: { gift_card_deactivated: { readonly giftCardId: GiftCardId } };
    };
  }
}

/** Makes a sold gift card useless. */
export const deactivateGiftCard: CancellationEffect<'deactivate_gift_card'> = {
  key: ({ id }, { giftCardId }) => giftCardKey(id, giftCardId),
  isReadBack: true,
  recognise: ({ effect: { giftCardId } }, { soldGiftCards }) =>
    soldGiftCards.some(({ id, isEnabled }) => id === giftCardId && !isEnabled)
      ? { kind: 'deactivate_gift_card' }
      : null,
  succeeded: ({ giftCardId }) => [{ type: 'gift_card_deactivated', giftCardId }],
  refused: (_state, { giftCardId }, { soldGiftCards }) =>
    soldGiftCards.some(({ id, isEnabled }) => id === giftCardId && isEnabled)
      ? null
      : [{ type: 'gift_card_deactivated', giftCardId }],
  choices: (state) => (isBeforePivot(state) ? [...SKIP, 'turn_back'] : SKIP),
  due: {
    stage: 'before_money',
    effect(state) {
      const giftCardId = nextGiftCard(state);
      return giftCardId ? { kind: 'deactivate_gift_card', giftCardId } : null;
    },
  },
  records: {
    gift_card_deactivated: (state, { giftCardId }) => ({
      ...state,
      ...moved,
      ...withDone(state, giftCardKey(state.id, giftCardId)),
    }),
  },
  whileAsked(state, { soldGiftCards }) {
    const left = nextGiftCard(state);
    return left && soldGiftCards.some(({ id, isEnabled }) => id === left && !isEnabled)
      ? { settles: true, events: [{ type: 'gift_card_deactivated', giftCardId: left }] }
      : { settles: false, events: [] };
  },
  closedBy: {
    skip_step(asked, on) {
      const intended =
        asked.intent?.effect.kind === 'deactivate_gift_card' ? asked.intent.effect : null;
      const id = intended?.giftCardId ?? nextGiftCard(asked);
      return id ? { ...on, ...withDone(on, giftCardKey(on.id, id)) } : on;
    },
  },
  steps: ['gift_cards_disabled'],
};

/** One that was sold and still has to become useless; null when there is none. */
const nextGiftCard = (state: Cancellation): GiftCardId | null =>
  state.plan.giftCards.find((id) => !isDeactivated(state, id)) ?? null;

/** Made useless, or left as it is because a person chose so. */
export const isDeactivated = (
  { id, done }: Pick<Cancellation, 'id' | 'done'>,
  giftCardId: GiftCardId,
): boolean => done.includes(giftCardKey(id, giftCardId));

export const giftCardKey = (cancellation: string, giftCardId: GiftCardId): string =>
  `${cancellation}-gift-card-${legacyNumberOf(giftCardId)}`;
