import type { RecordedEvent } from '../domain/cancellation/events.ts';
import { type Cancellation, isFinal, isPartial } from '../domain/cancellation/state.ts';
import { isPositive } from '../domain/money.ts';
import type { EpochMs } from '../domain/time.ts';
import type { StaffCancellationView } from './staff-view.ts';
import { explainTurnBack } from './turn-back-words.ts';

type Step = StaffCancellationView['steps'][number];

/** One stretch of the way; what is not wanted is not on the way of this cancellation. */
interface Stretch {
  readonly key: string;
  readonly label: string;
  readonly doneAt: EpochMs | null;
  readonly wanted: boolean;
}

/** The way of a cancellation as a list of steps: those behind it, the present one, those to come. */
export function stepsOf(state: Cancellation, events: readonly RecordedEvent[]): readonly Step[] {
  const way = state.request.actor.kind === 'outside' ? wayOutside(state) : wayOf(state, events);
  const wanted = way.filter((stretch) => stretch.wanted);
  if (state.turnedBack) {
    return [
      ...wanted.filter((stretch) => stretch.doneAt !== null).map(done),
      {
        key: 'turned_back',
        label: explainTurnBack(state.turnedBack.why).staff,
        state: isFinal(state.status) ? 'failed' : 'current',
        at: isoOrNull(lastOf(events, ['turned_back'])),
      },
    ];
  }
  const present = wanted.find((stretch) => stretch.doneAt === null)?.key;
  const stuck = state.status === 'needs_attention';
  return wanted.map((stretch) =>
    stretch.doneAt !== null
      ? done(stretch)
      : {
          key: stretch.key,
          label: stretch.label,
          state: stretch.key === present ? (stuck ? 'failed' : 'current') : 'todo',
          at: null,
        },
  );
}

/** Somebody else did it: all that is known is that it happened. */
function wayOutside({ cancelledAt, plan }: Cancellation): readonly Stretch[] {
  return [
    {
      key: 'cancelled',
      label: 'Cancelled outside Unorder',
      doneAt: cancelledAt,
      wanted: true,
    },
    {
      key: 'refunded',
      label: 'Refund sent outside Unorder',
      doneAt: cancelledAt,
      wanted: isPositive(plan.refund.amount),
    },
  ];
}

function wayOf(state: Cancellation, events: readonly RecordedEvent[]): readonly Stretch[] {
  const at = (...types: readonly RecordedEvent['type'][]) => lastOf(events, types);
  const { refund, teller } = state.plan;
  const held = at('readiness_confirmed');
  const awaited = at('payment_awaited');
  const givesBack = isPositive(refund.amount);
  return [
    { key: 'requested', label: 'Requested', doneAt: state.request.at, wanted: true },
    {
      key: 'payment_answered',
      label: 'Payment answered by the bank',
      doneAt: awaited !== null && held !== null && held >= awaited ? held : null,
      wanted: awaited !== null,
    },
    { key: 'held', label: 'Fulfillment stopped', doneAt: held, wanted: true },
    {
      key: 'approved',
      label: 'Approved',
      doneAt: at('approved'),
      wanted: state.request.handling === 'review',
    },
    {
      key: 'recalled',
      label: 'Warehouse agreed',
      doneAt: state.recalls.every((recall) => recall.state === 'accepted')
        ? at('recall_accepted')
        : null,
      wanted: at('recall_submitted', 'recall_accepted') !== null || state.recalls.length > 0,
    },
    {
      key: 'gift_cards_disabled',
      label: 'Gift cards disabled',
      doneAt: state.plan.giftCards.every((id) => state.giftCardsDeactivated.includes(id))
        ? at('gift_card_deactivated')
        : null,
      wanted: at('gift_card_deactivated') !== null,
    },
    { key: 'cancelled', label: cancelledLabel(state), doneAt: state.cancelledAt, wanted: true },
    {
      key: 'refunded',
      label: refund.method === 'store_credit' ? 'Store credit given' : 'Refund sent',
      doneAt:
        refund.execution === 'with_cancel' || refund.execution === 'with_lines'
          ? state.cancelledAt
          : at('refund_accepted'),
      wanted: givesBack,
    },
    { key: 'told', label: 'Customer told', doneAt: at('told'), wanted: teller === 'unorder' },
    {
      key: 'verified',
      label: givesBack ? 'Refund confirmed' : 'Payment released',
      doneAt: state.status === 'completed' ? at('completed') : null,
      wanted: givesBack || refund.releases.length > 0,
    },
  ];
}

function cancelledLabel(state: Cancellation): string {
  const what = isPartial(state) ? 'Items cancelled' : 'Order cancelled';
  const restocked = state.plan.refund.lines.some((line) =>
    line.restock.some((share) => share.backOnSale),
  );
  return restocked ? `${what}, back in stock` : what;
}

const lastOf = (
  events: readonly RecordedEvent[],
  types: readonly RecordedEvent['type'][],
): EpochMs | null => events.findLast((event) => types.includes(event.type))?.at ?? null;

const done = ({ key, label, doneAt }: Stretch): Step => ({
  key,
  label,
  state: 'done',
  at: isoOrNull(doneAt),
});

const isoOrNull = (at: EpochMs | null): string | null =>
  at === null ? null : new Date(at).toISOString();
