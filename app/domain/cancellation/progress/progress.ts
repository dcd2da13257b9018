import { add, isPositive } from '../../money.ts';
import { stockCorrections } from '../../refund/goods/restock.ts';
import type { EpochMs } from '../../time.ts';
import { isDeactivated } from '../effects/deactivate-gift-card.ts';
import type { RecordedEvent } from '../events.ts';
import type { ProgressKey, ProgressState, ProgressStep } from './progress-step.ts';
import { isFailure, subjectOf } from './progress-subject.ts';
import { Story, isAbout } from './progress-story.ts';
import { type Cancellation, isFinal, isPartial } from '../state.ts';

/*
 * How far a cancellation has come, step by step. The one answer for everybody who reads it: staff, customer,
 * guest and mail put the same steps into their own words.
 */

/** One stretch of the way; what is not wanted is not on the way of this cancellation. */
interface Stretch {
  readonly key: ProgressKey;
  readonly doneAt: EpochMs | null;
  readonly wanted: boolean;
  /** It was given up for good. */
  readonly givenUpAt?: EpochMs | null;
}

/** The steps of a cancellation in their order, as its events say. Pure. */
export function progressOf(
  state: Cancellation,
  events: readonly RecordedEvent[],
): readonly ProgressStep[] {
  const story = new Story(state, events);
  if (state.request.actor.kind === 'outside') return steps(state, wayOutside(state));
  return steps(state, state.turnedBack ? wayBack(story) : wayOf(story));
}

function steps(state: Cancellation, way: readonly Stretch[]): readonly ProgressStep[] {
  const wanted = way.filter((stretch) => stretch.wanted);
  const open = wanted.filter(
    ({ doneAt, givenUpAt = null }) => doneAt === null && givenUpAt === null,
  );
  const present = isFinal(state.status) ? null : presentKey(state, wanted, open);
  const failed = state.attention !== null && isFailure(state.attention);
  return wanted.map(({ key, doneAt, givenUpAt = null }) => {
    if (key === present) {
      return {
        key,
        state: failed ? 'failed' : 'current',
        at: key === 'turned_back' ? doneAt : null,
      };
    }
    if (doneAt !== null) return { key, state: endedAs(state, key), at: doneAt };
    if (givenUpAt !== null) return { key, state: 'failed', at: givenUpAt };
    return { key, state: 'todo', at: null };
  });
}

/** The step that a person is asked about, else the first that is not done. */
function presentKey(
  state: Cancellation,
  wanted: readonly Stretch[],
  open: readonly Stretch[],
): ProgressKey | null {
  const asked = state.attention && subjectOf(state.attention);
  // A release that stands still is a release of what was turned back: that step is the present one.
  if (asked?.some((key) => wanted.some((stretch) => stretch.key === key))) {
    return asked.find((key) => wanted.some((stretch) => stretch.key === key)) ?? null;
  }
  return state.turnedBack ? 'turned_back' : (open[0]?.key ?? null);
}

/** A request that was refused has ended, but nobody would call it a success. */
const endedAs = ({ turnedBack, status }: Cancellation, key: ProgressKey): ProgressState => {
  if (key !== 'turned_back') return 'done';
  if (!isFinal(status)) return 'current';
  return turnedBack?.ending === 'declined' || turnedBack?.ending === 'expired' ? 'failed' : 'done';
};

/** Somebody else did it: all that is known is that it happened. */
function wayOutside({ cancelledAt, plan }: Cancellation): readonly Stretch[] {
  return [
    { key: 'cancelled', doneAt: cancelledAt, wanted: true },
    { key: 'refund_sent', doneAt: cancelledAt, wanted: isPositive(plan.refund.amount) },
  ];
}

/** What was held is free again: of the way forward only what people did is left. */
function wayBack(story: Story): readonly Stretch[] {
  const { state } = story;
  const before = wayOf(story).filter(
    ({ key, doneAt }) => doneAt !== null && BEFORE_TURNING_BACK.includes(key),
  );
  const told = story.told('declined');
  const isTold = told.doneAt !== null || told.givenUpAt !== null;
  return [
    ...before,
    { key: 'turned_back', doneAt: story.last('turned_back')?.at ?? null, wanted: true },
    // The answer goes out with the last of it: until then it is no step of its own.
    { key: 'told', ...told, wanted: isTold || state.attention?.what === 'mail_failed' },
  ];
}

const BEFORE_TURNING_BACK: readonly ProgressKey[] = [
  'requested',
  'payment_answered',
  'approved',
  'warehouse_asked',
];

function wayOf(story: Story): readonly Stretch[] {
  const { state } = story;
  const { giftCards, teller, refund } = state.plan;
  const approved: Stretch = {
    key: 'approved',
    doneAt: story.last('approved')?.at ?? null,
    wanted: state.request.handling === 'review',
  };
  const asked: Stretch = {
    key: 'warehouse_asked',
    doneAt: state.recalls.some((recall) => recall.state === 'wanted')
      ? null
      : (story.last('recall_submitted')?.at ?? null),
    wanted: state.recalls.length > 0 || story.last('recall_submitted') !== null,
  };
  const stopped: Stretch = { key: 'stopped', doneAt: story.stoppedAt(), wanted: true };
  const giftCardsDisabled: Stretch = {
    key: 'gift_cards_disabled',
    doneAt: giftCards.every((id) => isDeactivated(state, id))
      ? (story.last('gift_card_deactivated')?.at ?? null)
      : null,
    wanted: giftCards.length > 0,
  };
  const cancelled: Stretch = { key: 'cancelled', doneAt: state.cancelledAt, wanted: true };
  return [
    { key: 'requested', doneAt: state.request.at, wanted: true },
    {
      key: 'payment_answered',
      doneAt: story.paymentAnsweredAt(),
      wanted: story.last('payment_awaited') !== null,
    },
    // A service is asked only after a person has agreed; what the shop holds itself is held before.
    ...(asked.wanted ? [approved, asked, stopped] : [stopped, approved]),
    ...(isPartial(state) ? [giftCardsDisabled, cancelled] : [cancelled, giftCardsDisabled]),
    {
      key: 'stock_corrected',
      doneAt: story.last('stock_corrected')?.at ?? story.handSettled(isAbout('correct_stock')),
      wanted: stockCorrections(refund).length > 0,
    },
    {
      key: 'bonus_given',
      doneAt: story.last('bonus_given')?.at ?? story.handSettled(isAbout('give_bonus')),
      wanted: isPositive(refund.bonus),
    },
    ...wayOfMoney(story),
    { key: 'told', ...story.told('cancelled'), wanted: teller === 'unorder' },
    ...wayOfConfirmation(story),
  ];
}

/** How the money leaves the shop. */
function wayOfMoney(story: Story): readonly Stretch[] {
  const { state } = story;
  const byHand = story.paidInstead();
  const { refund } = state.plan;
  const comesBack = isPositive(refund.amount) || isPositive(state.creditInstead);
  const allByHand = refund.shares.length > 0 && refund.shares.every((share) => share.isManual);
  const inCredit = refund.method === 'store_credit';
  const onlyCredit = inCredit || (isPositive(state.creditInstead) && refund.shares.length === 0);
  return [
    {
      key: 'refund_sent',
      doneAt: story.sentAt(),
      // What a person has paid in its place is not to come any more.
      wanted: comesBack && !onlyCredit && !allByHand && !(byHand?.all ?? false),
    },
    {
      key: 'store_credit_given',
      doneAt: story.creditedAt(),
      wanted:
        (inCredit
          ? isPositive(add(refund.amount, refund.bonus))
          : isPositive(state.creditInstead)) && byHand === null,
    },
    {
      key: 'paid_by_hand',
      doneAt: byHand?.at ?? story.handSettled(({ what }) => what === 'pay_back_by_hand'),
      wanted: byHand !== null || (!inCredit && refund.shares.some((share) => share.isManual)),
    },
  ];
}

/** What the payment provider says of it. */
function wayOfConfirmation(story: Story): readonly Stretch[] {
  const { refund } = story.state.plan;
  const sent = wayOfMoney(story).some(({ key, wanted }) => key === 'refund_sent' && wanted);
  return [
    {
      key: 'refund_arrived',
      doneAt: story.settledAt() ?? story.handSettled(({ what }) => what === 'refund_unconfirmed'),
      wanted: sent,
    },
    {
      key: 'payment_released',
      doneAt: story.settledAt() ?? story.handSettled(({ what }) => what === 'release_unconfirmed'),
      wanted: refund.releases.length > 0,
    },
    {
      key: 'late_payment_returned',
      doneAt: story.latePaymentEndedAt(),
      wanted: story.hasLatePayment,
    },
  ];
}
