import { compare } from '../../money.ts';
import type { EpochMs } from '../../time.ts';
import type { Attention, EffectName, MailTemplate, RecordedEvent } from '../events.ts';
import { wasTold } from '../effects/tell.ts';
import type { Cancellation } from '../state.ts';

/** What the events of a cancellation say, by when it happened. */
export class Story {
  readonly state: Cancellation;
  readonly hasLatePayment: boolean;
  readonly #events: readonly RecordedEvent[];
  /** Up to where a late payment came: what follows is about that one. */
  readonly #own: readonly RecordedEvent[];

  constructor(state: Cancellation, events: readonly RecordedEvent[]) {
    const late = events.findIndex(
      (event) => event.type === 'attention_raised' && event.attention.what === 'late_payment',
    );
    this.state = state;
    this.hasLatePayment = late >= 0;
    this.#events = events;
    this.#own = late < 0 ? events : events.slice(0, late);
  }

  last<Type extends RecordedEvent['type']>(
    type: Type,
    among: readonly RecordedEvent[] = this.#events,
  ): Extract<RecordedEvent, { type: Type }> | null {
    const isIt = (event: RecordedEvent): event is Extract<RecordedEvent, { type: Type }> =>
      event.type === type;
    return among.findLast(isIt) ?? null;
  }

  /** When the order was found ready after it had waited for a bank. */
  paymentAnsweredAt(): EpochMs | null {
    const awaited = this.last('payment_awaited');
    const ready = this.last('readiness_confirmed');
    return awaited && ready && ready.seq > awaited.seq ? ready.at : null;
  }

  /** When nothing could be sent any more: held by the shop, and every service that was asked has agreed. */
  stoppedAt(): EpochMs | null {
    const { state } = this;
    if (state.recalls.some((recall) => recall.state !== 'accepted')) return null;
    const ready = this.last('readiness_confirmed');
    const agreed = this.last('recall_accepted');
    if (ready && (!agreed || ready.seq > agreed.seq)) return ready.at;
    if (agreed) return state.cancelledAt === null ? null : agreed.at;
    // A decision that the second look at the order asked for: the holds were placed before it.
    const decides =
      state.attention !== null && ASKED_BEFORE_THE_PIVOT.includes(state.attention.what);
    return decides && state.holds.some((hold) => hold.state === 'placed')
      ? (this.last('hold_placed')?.at ?? null)
      : null;
  }

  /** When the money left the shop; null again for a refund that was refused and is to be sent anew. */
  sentAt(): EpochMs | null {
    const { state } = this;
    const { execution } = state.plan.refund;
    const own = this.#beforeCreditInstead();
    if (state.cancelledAt === null) return null;
    if (own === this.#events && state.refundDue !== null) return null;
    const withPivot = execution === 'with_cancel' || execution === 'with_lines';
    return this.last('refund_accepted', own)?.at ?? (withPivot ? state.cancelledAt : null);
  }

  /** When store credit was seen in the customer's account. */
  creditedAt(): EpochMs | null {
    return this.state.refundDue === null || this.hasLatePayment ? this.settledAt() : null;
  }

  /** When all the money was seen where it should be; null again for money that came back from the bank. */
  settledAt(): EpochMs | null {
    const { state } = this;
    const seen = this.last('money_observed', this.#own);
    if (state.attention?.what === 'refund_failed' && !this.hasLatePayment) return null;
    if (!this.hasLatePayment && state.money?.outcome !== 'settled') return null;
    return seen?.outcome === 'settled' ? seen.at : null;
  }

  latePaymentEndedAt(): EpochMs | null {
    if (!this.hasLatePayment || this.state.attention?.what === 'late_payment') return null;
    const byHand = this.handSettled(({ what }) => what === 'late_payment');
    if (byHand !== null) return byHand;
    const seen = this.last('money_observed', this.#events.slice(this.#own.length));
    return seen?.outcome === 'settled' && this.state.refundDue === null ? seen.at : null;
  }

  /** A mail about the cancellation: sent, or given up by the app or by a person. */
  told(template: MailTemplate): {
    readonly doneAt: EpochMs | null;
    readonly givenUpAt: EpochMs | null;
  } {
    const about = this.#events.filter(
      (event) =>
        (event.type === 'told' || event.type === 'mail_given_up') && event.template === template,
    );
    const sent = this.last('told', about);
    if (sent) return { doneAt: sent.at, givenUpAt: null };
    const skipped = this.#events.findLast(
      (event) => event.type === 'resumed' && event.choice === 'skip_mail',
    );
    const over = this.last('mail_given_up', about) ?? skipped ?? null;
    const isOver = over !== null && wasTold(this.state, template);
    return { doneAt: null, givenUpAt: isOver ? over.at : null };
  }

  /** When a person said that they have settled what they were asked about; null when nobody did. */
  handSettled(isIt: (asked: Attention) => boolean): EpochMs | null {
    return this.#handSettled().findLast(({ asked }) => isIt(asked))?.at ?? null;
  }

  /** When a person has paid back what no gateway would; `all` = nothing had been sent before. */
  paidInstead(): { readonly at: EpochMs; readonly all: boolean } | null {
    const settled = this.#handSettled().findLast(
      ({ asked }) => asked.what === 'refund_failed' || isAbout('refund')(asked),
    );
    if (!settled) return null;
    const { asked, at } = settled;
    const { amount } = this.state.plan.refund;
    return { at, all: asked.what !== 'refund_failed' || compare(asked.amount, amount) >= 0 };
  }

  #handSettled(): readonly { readonly asked: Attention; readonly at: EpochMs }[] {
    const settled: { asked: Attention; at: EpochMs }[] = [];
    let asked: Attention | null = null;
    for (const event of this.#events) {
      if (event.type === 'attention_raised') asked = event.attention;
      if (event.type !== 'resumed') continue;
      if (event.choice === 'settled_by_hand' && asked) settled.push({ asked, at: event.at });
      asked = null;
    }
    return settled;
  }

  /** The events about the refund to the payments: those before what was left of it became store credit. */
  #beforeCreditInstead(): readonly RecordedEvent[] {
    const own = this.#own;
    const index = own.findLastIndex(
      (event) => event.type === 'resumed' && event.choice === 'refund_as_store_credit',
    );
    return index < 0 ? own : own.slice(0, index);
  }
}

/** What the second look at the order, after the holds and before the cancel, can ask a person. */
const ASKED_BEFORE_THE_PIVOT: readonly Attention['what'][] = [
  'amount_changed',
  'dispute_open',
  'gift_card_redeemed',
  'platform_disagrees',
];

/** Whether a person was asked about what the platform refused to do. */
export const isAbout =
  (kind: EffectName) =>
  (asked: Attention): boolean =>
    asked.what === 'platform_refused' && asked.step === kind;
