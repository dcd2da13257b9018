import { type Command, decide } from '../../../domain/cancellation/machine/decide.ts';
import type {
  CancellationEvent,
  Effect,
  EffectOutcome,
  MailTemplate,
  WhyUntold,
} from '../../../domain/cancellation/events.ts';
import {
  type NextStep,
  type Observation,
  lookAgainAt,
  next,
} from '../../../domain/cancellation/machine/next.ts';
import { recognise } from '../../../domain/cancellation/effects/recognise.ts';
import type { CancelJob } from '../../../domain/cancellation/seen/saw-cancel.ts';
import { evolve, fold } from '../../../domain/cancellation/machine/evolve.ts';
import { type Cancellation, isFinal } from '../../../domain/cancellation/state.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../domain/ids.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { ok, unreachable } from '../../../domain/result.ts';
import { type EpochMs, HOUR, MINUTE, SECOND } from '../../../domain/time.ts';
import { readWaiting } from '../read-waiting.ts';
import { enqueueRefresh } from '../../order/refresh-order.ts';
import { isToStaff, writeMail, writeStaffMail } from '../../mail/write-mail.ts';
import type { CancellationStore, CancellationTexts, EngineMetrics } from '../ports.ts';
import type { Mail, Mailer, StaffMail } from '../../mail/ports.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/log.ts';
import type { HowToRead, Platform, PlatformError, PlatformResult } from '../../shared/platform.ts';
import type { Queue, ScheduledJob } from '../../shared/queue.ts';

export interface EngineDeps {
  readonly clock: Clock;
  readonly store: CancellationStore;
  readonly queue: Queue;
  readonly platform: Platform;
  readonly mailer: Mailer;
  /** How the shop is written to; null or missing when it is not. */
  readonly staffMail?: StaffMail | null;
  readonly log: Logger;
  readonly metrics?: EngineMetrics;
}

/** A cancellation needs about a dozen steps; far more in one run means that it turns in a circle. */
const MOST_STEPS_IN_A_RUN = 100;
const BUSY_RETRY = 2 * SECOND;
/** Within this the webhooks of one change arrive: one look at what is over does for all of them. */
export const CHANGES_COME_TOGETHER = MINUTE;
/** From reading an order and asking for its cancellation to the first look of the engine. */
const DECIDED_MOMENTS_AGO = 10 * SECOND;
/** When the platform asks for patience and does not say for how long. */
const THROTTLED_RETRY = SECOND;
/** A completed cancellation that has to be opened again waits until the order's other one is over. */
const WHILE_ANOTHER_IS_LIVE = 10 * MINUTE;

/**
 * Carries one cancellation as far as it can go now: asks the machine for the next step, announces it, does
 * it, records what came of it, until it has to wait or is over. Safe to run at any time, any number of times
 * and after any crash: what may have happened without a record is read back from the platform first.
 *
 * `nudged` = the platform reported a change, so look again before the planned time.
 */
export async function advanceCancellation(
  deps: EngineDeps,
  shop: ShopDomain,
  id: CancellationId,
  nudged: boolean,
): Promise<void> {
  const run = await deps.store.exclusively(shop, id, () => new Run(deps, shop, id).go(nudged));
  if (run === 'busy') {
    // The one at work may have looked before the news of this job: come back after it, once for all of them.
    const again = jobAt(shop, id, deps.clock.now() + BUSY_RETRY, nudged);
    await deps.queue.enqueue({ ...again, oncePer: BUSY_RETRY });
  }
}

/** The job that looks at a cancellation at an instant. */
export function jobAt(
  shop: ShopDomain,
  cancellationId: CancellationId,
  at: EpochMs,
  nudged = false,
): ScheduledJob {
  return { at, job: { name: 'advance-cancellation', shop, cancellationId, nudged } };
}

class Run {
  readonly #deps: EngineDeps;
  readonly #shop: ShopDomain;
  readonly #id: CancellationId;
  /** The order of the look before, while nothing was done and nobody else decided anything since. */
  #justRead: OrderFacts | null = null;
  /** The order whose copy in the lists is behind what this run did; null for none. */
  #behind: OrderId | null = null;

  constructor(deps: EngineDeps, shop: ShopDomain, id: CancellationId) {
    this.#deps = deps;
    this.#shop = shop;
    this.#id = id;
  }

  async go(nudged: boolean): Promise<void> {
    try {
      await this.#advance(nudged);
    } finally {
      // What the app has done shows in its lists within seconds, whether or not a webhook comes.
      if (this.#behind) await enqueueRefresh(this.#deps, this.#shop, this.#behind);
    }
  }

  async #advance(nudged: boolean): Promise<void> {
    let fresh = nudged;
    let loaded = await this.#load();
    if (nudged && this.#isJustOver(loaded.state)) return this.#lookOnceLater();
    for (let steps = 0; steps < MOST_STEPS_IN_A_RUN; steps += 1) {
      const step = next(loaded.state, this.#deps.clock.now(), fresh);
      if (step.do === 'observe') fresh = false;
      const after = await this.#take(step, loaded);
      if (after === 'rest') return;
      // Somebody else's events came first: their decision is where the next step starts from.
      if (step.do !== 'observe' || after === 'overtaken') this.#justRead = null;
      loaded = after === 'overtaken' ? await this.#load() : { ...loaded, state: after };
    }
    throw new Error(`Cancellation ${this.#id} took ${MOST_STEPS_IN_A_RUN} steps without resting`);
  }

  /** The news that reach it now are mostly of its own last actions, and come as several webhooks. */
  #isJustOver({ status, since }: Cancellation): boolean {
    return isFinal(status) && this.#deps.clock.now() - since < CHANGES_COME_TOGETHER;
  }

  #lookOnceLater(): Promise<void> {
    const at = this.#deps.clock.now() + CHANGES_COME_TOGETHER;
    const job = jobAt(this.#shop, this.#id, at, true);
    return this.#deps.queue.enqueue({ ...job, oncePer: CHANGES_COME_TOGETHER });
  }

  async #take(step: NextStep, loaded: Loaded): Promise<AfterStep> {
    switch (step.do) {
      case 'nothing':
        return 'rest';
      case 'wait':
        return this.#restUntil(step.until, step.look);
      case 'command':
        return this.#decide(loaded.state, step.command);
      case 'observe':
        return this.#observe(step.what, loaded.state);
      case 'effect':
        return this.#perform(step, loaded);
      default:
        return unreachable(step);
    }
  }

  async #observe(what: Observation, state: Cancellation): Promise<AfterStep> {
    const seen = await this.#look(what, state);
    if (!seen.ok && (isFinal(state.status) || seen.error.kind === 'throttled')) {
      return this.#lookLater(state, seen.error);
    }
    const events = this.#decided(state, seen.ok ? seen.value : failure(what, null, seen.error));
    if (events.length > 0) return this.#append(state, events);
    const now = this.#deps.clock.now();
    const step = next(state, now);
    return step.do === 'wait'
      ? this.#restUntil(step.until, step.look)
      : this.#restUntil(isFinal(state.status) ? null : lookAgainAt(state, what, now));
  }

  /** A completed cancellation has no record of failed looks: its job simply comes again. */
  async #lookLater(state: Cancellation, error: PlatformError): Promise<'rest'> {
    if (!isFinal(state.status)) return this.#waitForPlatform(error);
    const delay = error.retryAfter ?? (error.kind === 'shop_gone' ? HOUR : MINUTE);
    const job = jobAt(this.#shop, this.#id, this.#deps.clock.now() + delay, true);
    // Whoever asked for the look: they all wait for the same one.
    await this.#deps.queue.enqueue({ ...job, oncePer: delay });
    return 'rest';
  }

  async #look(what: Observation, state: Cancellation): Promise<PlatformResult<Command>> {
    const { platform } = this.#deps;
    if (what === 'readiness') {
      const read = await platform.readOrderForRefund(this.#shop, state.orderId, state.plan.refund);
      if (!read.ok) return read;
      return ok(read.value ? { type: 'saw_readiness', ...read.value } : { type: 'saw_gone' });
    }
    if (what === 'attention') return readWaiting(platform, this.#shop, state);
    const job = what === 'cancel' ? await this.#cancelJob(state) : ok(null);
    if (!job.ok) return job;
    const lately = this.#deps.clock.now() - state.since < MINUTE;
    if (job.value && !job.value.done && lately) {
      return ok({ type: 'saw_cancel', order: null, job: job.value });
    }
    // Read after the job: only such an order says what became of it. One at work for long may be overtaken.
    const read = await this.#readOnce(state, what === 'fulfillment' ? this.#firstLook(state) : {});
    if (!read.ok) return read;
    const order = read.value;
    if (!order) return ok({ type: 'saw_gone' });
    switch (what) {
      case 'fulfillment':
        return ok({ type: 'saw_fulfillment', order });
      case 'recall':
        return ok({ type: 'saw_recall', order });
      case 'money':
        return ok({ type: 'saw_money', order });
      case 'own_holds':
        return ok({ type: 'saw_own_holds', order });
      case 'aftermath':
        return ok({ type: 'saw_aftermath', order });
      case 'cancel':
        return ok({ type: 'saw_cancel', order, job: job.value });
      default:
        return unreachable(what);
    }
  }

  /**
   * What the request was decided on moments ago says what to hold, which decides nothing about money: once it is
   * held, the order is read anew and judged.
   */
  #firstLook({ request, seq }: Cancellation): HowToRead {
    const isJustAsked = seq === 1 && this.#deps.clock.now() - request.at <= DECIDED_MOMENTS_AGO;
    return isJustAsked ? { toShow: { since: request.at - DECIDED_MOMENTS_AGO } } : {};
  }

  /**
   * Two looks that follow one another see one reading: what the end of the cancel is read from shows the money, too.
   * A third reads anew, and so does whatever comes after an action or a pause.
   */
  async #readOnce(
    { orderId }: Cancellation,
    how: HowToRead,
  ): Promise<PlatformResult<OrderFacts | null>> {
    const known = this.#justRead;
    this.#justRead = null;
    if (known) return ok(known);
    const read = await this.#deps.platform.readOrder(this.#shop, orderId, how);
    if (read.ok) this.#justRead = read.value;
    return read;
  }

  /** Far cheaper to read than the order; null when the platform named none. */
  async #cancelJob({ cancel }: Cancellation): Promise<PlatformResult<CancelJob | null>> {
    const id = cancel?.jobResultId ?? null;
    return id === null ? ok(null) : this.#deps.platform.readCancelJob(this.#shop, id);
  }

  async #perform(
    step: Extract<NextStep, { do: 'effect' }>,
    { state, texts }: Loaded,
  ): Promise<AfterStep> {
    const { effect, key } = step;
    if (step.announced) {
      const read = await this.#readBack(state, effect);
      if (!read.ok) return this.#failed(state, effect, read.error);
      if (read.value === 'gone') return this.#decide(state, { type: 'saw_gone' });
      const order = read.value;
      const found = order && recognise(step, order);
      if (found) {
        this.#deps.metrics?.effectEnded(effect.kind, 'found');
        return this.#succeeded(state, effect, found);
      }
      const changed = order ? this.#decided(state, { type: 'saw_undone', order }) : [];
      if (changed.length > 0) return this.#append(state, changed);
    }
    const events = this.#decided(state, { type: 'intend', effect, key });
    const announced = events.length === 0 ? state : await this.#append(state, events);
    // Somebody stopped or changed it meanwhile: only what was announced is done.
    return typeof announced === 'object' ? this.#call(announced, effect, key, texts) : announced;
  }

  async #call(
    state: Cancellation,
    effect: Effect,
    key: string,
    texts: CancellationTexts,
  ): Promise<AfterStep> {
    const result = await this.#do(state, effect, key, texts);
    this.#deps.metrics?.effectEnded(effect.kind, outcomeOf(result));
    return result.ok
      ? this.#succeeded(state, effect, result.value)
      : this.#failed(state, effect, result.error);
  }

  async #do(
    state: Cancellation,
    effect: Effect,
    key: string,
    texts: CancellationTexts,
  ): Promise<PlatformResult<EffectOutcome>> {
    const { platform, mailer } = this.#deps;
    if (effect.kind !== 'tell') {
      return platform.perform(this.#shop, state.orderId, effect, key, texts);
    }
    const mail = await this.#write(state, effect.template, key, texts);
    if (!mail.ok) return mail;
    if (typeof mail.value === 'string') return ok({ kind: 'untold', why: mail.value });
    const sent = await mailer.send(mail.value);
    return sent.ok ? ok({ kind: 'tell' }) : sent;
  }

  async #write(
    state: Cancellation,
    template: MailTemplate,
    key: string,
    texts: CancellationTexts,
  ): Promise<PlatformResult<Mail | WhyUntold>> {
    const { platform, staffMail = null } = this.#deps;
    const recipient = await platform.readRecipient(this.#shop, state.orderId);
    if (!recipient.ok) return recipient;
    if (!recipient.value) return ok('ORDER_GONE');
    if (!isToStaff(template)) {
      return ok(writeMail(state, template, key, recipient.value, texts) ?? 'NO_ADDRESS');
    }
    if (!staffMail) return ok('SWITCHED_OFF');
    const profile = await platform.readShop(this.#shop);
    if (!profile.ok) return profile;
    const about = {
      shop: this.#shop,
      recipient: recipient.value,
      profile: profile.value,
      staffMail,
    };
    return ok(writeStaffMail(state, template, key, about));
  }

  /** The order, in which what was announced can be found; null where nothing of it could show. */
  async #readBack(
    { orderId }: Cancellation,
    { kind }: Effect,
  ): Promise<PlatformResult<OrderFacts | 'gone' | null>> {
    // Neither shows on the order: mails repeat under their id, stock under its idempotency key.
    if (kind === 'tell' || kind === 'correct_stock') return ok(null);
    const read = await this.#deps.platform.readOrder(this.#shop, orderId);
    return read.ok ? ok(read.value ?? 'gone') : read;
  }

  #succeeded(state: Cancellation, effect: Effect, outcome: EffectOutcome): Promise<AfterStep> {
    return this.#decide(state, { type: 'succeeded', effect, outcome });
  }

  async #failed(state: Cancellation, effect: Effect, error: PlatformError): Promise<AfterStep> {
    this.#deps.log.warn(
      {
        shop: this.#shop,
        cancellation: this.#id,
        effect: effect.kind,
        kind: error.kind,
        code: error.code,
      },
      'an effect failed',
    );
    if (error.kind === 'throttled') return this.#waitForPlatform(error);
    const needsOrder = effect.kind !== 'tell' && effect.kind !== 'correct_stock';
    if (error.kind !== 'refused' || !needsOrder) {
      return this.#decide(state, failure(effect.kind, effect, error));
    }
    const read = await this.#deps.platform.readOrder(this.#shop, state.orderId);
    if (!read.ok) {
      // The refusal's meaning is unknown until the order can be read: the announced effect stays open.
      return this.#decide(state, failure(effect.kind, null, read.error));
    }
    return this.#decide(
      state,
      read.value
        ? { ...failure(effect.kind, effect, error), order: read.value }
        : { type: 'saw_gone' },
    );
  }

  /** Being throttled is the platform's normal pace, not an event in the life of a cancellation. */
  #waitForPlatform({ retryAfter }: PlatformError): Promise<'rest'> {
    return this.#restUntil(this.#deps.clock.now() + (retryAfter ?? THROTTLED_RETRY));
  }

  #decided(state: Cancellation, command: Command): readonly CancellationEvent[] {
    const decision = decide(state, command, this.#deps.clock.now());
    if (decision.ok) return decision.value;
    throw new Error(
      `The engine's own command "${command.type}" was refused: ${decision.error.code}`,
    );
  }

  #decide(state: Cancellation, command: Command): Promise<AfterStep> {
    return this.#append(state, this.#decided(state, command));
  }

  /**
   * Stores events; the state with them, or `overtaken` when somebody else's came first and nothing was
   * stored: what the platform did meanwhile is found by reading it back.
   */
  async #append(state: Cancellation, events: readonly CancellationEvent[]): Promise<AfterStep> {
    const now = this.#deps.clock.now();
    const after = withEvents(state, events, now);
    const appended = await this.#deps.store.append(this.#shop, this.#id, {
      expectedSeq: state.seq,
      events,
      at: now,
      status: after.status,
      wakeAt: isFinal(after.status) ? null : now,
      next: null,
    });
    switch (appended) {
      case 'appended':
        if (events.some(({ type }) => CHANGES_THE_ORDER.has(type))) this.#behind = state.orderId;
        return after;
      case 'conflict':
        return 'overtaken';
      case 'another_is_live':
        await this.#deps.queue.enqueue(
          jobAt(this.#shop, this.#id, now + WHILE_ANOTHER_IS_LIVE, true),
        );
        return 'rest';
    }
  }

  async #restUntil(at: EpochMs | null, look = false): Promise<'rest'> {
    const job = at === null ? null : jobAt(this.#shop, this.#id, at, look);
    await this.#deps.store.rest(this.#shop, this.#id, job);
    return 'rest';
  }

  async #load(): Promise<Loaded> {
    const stored = await this.#deps.store.load(this.#shop, this.#id);
    if (!stored) throw new Error(`No cancellation ${this.#id} in ${this.#shop}`);
    return { state: fold(stored.events, stored.id), texts: stored.texts };
  }
}

/** What says that the order shows something else now. */
const CHANGES_THE_ORDER: ReadonlySet<CancellationEvent['type']> = new Set([
  'hold_placed',
  'hold_released',
  'cancel_confirmed',
  'lines_removed',
  'refund_accepted',
  'money_observed',
  'completed',
]);

/** The state after a step, or why there is none: the run ends, or somebody else was faster. */
type AfterStep = Cancellation | 'rest' | 'overtaken';

interface Loaded {
  readonly state: Cancellation;
  readonly texts: CancellationTexts;
}

/** The state after events that are about to be appended. */
export function withEvents(
  state: Cancellation,
  events: readonly CancellationEvent[],
  at: EpochMs,
): Cancellation {
  return events.reduce<Cancellation>(
    (s, event) => evolve(s, { ...event, seq: s.seq + 1, at }, s.id),
    state,
  );
}

const outcomeOf = (result: PlatformResult<EffectOutcome>) => {
  if (!result.ok) return result.error.kind;
  return result.value.kind === 'untold' ? 'untold' : 'performed';
};

function failure(
  during: string,
  effect: Effect | null,
  { kind, code, message, mayHaveApplied }: PlatformError,
): Extract<Command, { type: 'failed' }> {
  const problem = { kind, code, message };
  return { type: 'failed', during, effect, problem, mayHaveApplied, order: null };
}
