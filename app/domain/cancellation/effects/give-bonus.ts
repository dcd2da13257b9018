import { type Money, isPositive } from '../../money.ts';
import { moved, withDone } from '../../saga/underway.ts';
import type { EpochMs } from '../../time.ts';
import type { Cancellation } from '../state.ts';
import type { CancellationEffect } from './definition.ts';
import { SETTLE } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    /** Credits the customer's account on top of a refund to store credit. Not done again since `since`. */
    give_bonus: {
      takes: { readonly amount: Money; readonly since: EpochMs };
      brings: object;
      records: { bonus_given: { readonly amount: Money } };
    };
  }
}

/** Credits the customer's account on top of a refund to store credit. */
export const giveBonus: CancellationEffect<'give_bonus'> = {
  key: ({ id }) => bonusKey(id),
  isReadBack: true,
  // An order shows no credits: the account is looked at right before it is credited.
  recognise: () => null,
  succeeded: ({ amount }) => [{ type: 'bonus_given', amount }],
  refused: () => null,
  choices: () => SETTLE,
  due: {
    stage: 'after_money',
    effect({ id, done, plan, cancelledAt, since }) {
      const { bonus } = plan.refund;
      return isPositive(bonus) && !isBonusGiven({ id, done })
        ? { kind: 'give_bonus', amount: bonus, since: cancelledAt ?? since }
        : null;
    },
  },
  records: {
    bonus_given: (state) => ({ ...state, ...moved, ...withDone(state, bonusKey(state.id)) }),
  },
  closedBy: {
    settled_by_hand: (_asked, on) => ({
      ...on,
      ...withDone(on, bonusKey(on.id)),
      settledByHand: true,
    }),
  },
  steps: ['bonus_given'],
};

/** Given, or settled by a person. */
export const isBonusGiven = ({ id, done }: Pick<Cancellation, 'id' | 'done'>): boolean =>
  done.includes(bonusKey(id));

export const bonusKey = (cancellation: string): string => `${cancellation}-bonus`;
