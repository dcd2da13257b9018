import type { ShopDomain } from '../../domain/ids.ts';
import { type CommandOf, type SagaTypes, type StepOf, folded } from '../../domain/saga/machine.ts';
import { unreachable } from '../../domain/result.ts';
import { type EpochMs, HOUR, MINUTE, SECOND } from '../../domain/time.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/log.ts';
import type { Pause } from '../shared/pause.ts';
import type { PlatformError, PlatformResult } from '../shared/platform-error.ts';
import type { Queue } from '../shared/queue.ts';
import { CHANGES_COME_TOGETHER } from './changes.ts';
import type { Reach, Saga, SagaMetrics, SagaStore, Story } from './saga.ts';
import { type EffectStep, withWhatFollows } from './what-follows.ts';

export interface RunnerDeps<T extends SagaTypes, Stored extends Story<T> = Story<T>> {
  readonly clock: Clock;
  readonly store: SagaStore<T, Stored>;
  readonly queue: Queue;
  readonly log: Logger;
  readonly metrics?: SagaMetrics;
}

/** A saga needs about a dozen steps; far more in one run means that it turns in a circle. */
const MOST_STEPS_IN_A_RUN = 100;
const BUSY_RETRY = 2 * SECOND;
/** Waits up to this are waited out within the run: to end it and take it up again would cost more than waiting. */
const SHORT = SECOND;
/** So much of a run may be waited for. Whoever decides something meanwhile comes after it. */
const MOST_WAITED_IN_A_RUN = 3 * SECOND;
/** When the platform asks for patience and does not say for how long. */
const THROTTLED_RETRY = SECOND;
/** One that is over and has to be opened again waits until the subject's other one is over. */
const WHILE_ANOTHER_IS_LIVE = 10 * MINUTE;

/**
 * Carries one saga as far as it can go now: asks the machine for the next step, announces it, does it, records
 * what came of it, until it has to wait or is over. Safe to run at any time, any number of times and after any
 * crash: what may have happened without a record is read back from the platform first.
 *
 * @param how.nudged the platform reported a change, so look again before the planned time
 * @param how.pause how it waits for moments; left out, every wait ends the run
 */
export async function runSaga<T extends SagaTypes, Stored extends Story<T>>(
  deps: RunnerDeps<T, Stored>,
  saga: Saga<T, Stored>,
  shop: ShopDomain,
  id: T['id'],
  how: { readonly nudged: boolean; readonly pause?: Pause | undefined },
): Promise<void> {
  const { nudged, pause = null } = how;
  const run = await deps.store.exclusively(shop, id, () =>
    new Run(deps, saga, shop, id, { nudged, pause }).go(),
  );
  if (run === 'busy') {
    // The one at work may have looked before the news of this job: come back after it, once for all of them.
    const again = saga.jobAt(shop, id, deps.clock.now() + BUSY_RETRY, nudged);
    await deps.queue.enqueue({ ...again, oncePer: BUSY_RETRY });
  }
}

/** The state after a step, or why there is none: the run ends, or somebody else was faster. */
type AfterStep<T extends SagaTypes> = T['state'] | 'rest' | 'overtaken';

interface Loaded<T extends SagaTypes, Stored> {
  readonly state: T['state'];
  readonly stored: Stored;
}

class Run<T extends SagaTypes, Stored extends Story<T>> {
  readonly #deps: RunnerDeps<T, Stored>;
  readonly #saga: Saga<T, Stored>;
  readonly #shop: ShopDomain;
  readonly #id: T['id'];
  readonly #reach: Reach<T, Stored>;
  readonly #pause: Pause | null;
  /** News that were not looked at yet. */
  #nudged: boolean;
  #waited = 0;
  /** What was announced as the event of that number, to be done at once. */
  #announced: { readonly seq: number; readonly step: EffectStep<T> } | null = null;

  constructor(
    deps: RunnerDeps<T, Stored>,
    saga: Saga<T, Stored>,
    shop: ShopDomain,
    id: T['id'],
    { nudged, pause }: { readonly nudged: boolean; readonly pause: Pause | null },
  ) {
    this.#deps = deps;
    this.#saga = saga;
    this.#shop = shop;
    this.#id = id;
    this.#reach = saga.reach(shop, id);
    this.#nudged = nudged;
    this.#pause = pause;
  }

  async go(): Promise<void> {
    try {
      await this.#advance();
    } finally {
      await this.#reach.onRested?.();
    }
  }

  async #advance(): Promise<void> {
    const { machine } = this.#saga;
    let loaded = await this.#load();
    if (this.#nudged && this.#isJustOver(loaded.state)) return this.#lookOnceLater();
    for (let steps = 0; steps < MOST_STEPS_IN_A_RUN; steps += 1) {
      const announced = this.#justAnnounced(loaded.state);
      const step = announced ?? machine.next(loaded.state, this.#deps.clock.now(), this.#nudged);
      if (step.do === 'observe') this.#nudged = false;
      const after = await (announced
        ? this.#call(loaded.state, announced, loaded.stored)
        : this.#take(step, loaded));
      if (after === 'rest') return;
      // Somebody else's events came first: their decision is where the next step starts from.
      if (step.do !== 'observe' || after === 'overtaken') this.#reach.forget();
      loaded = after === 'overtaken' ? await this.#load() : { ...loaded, state: after };
    }
    throw new Error(
      `The ${this.#saga.name} ${this.#id} took ${MOST_STEPS_IN_A_RUN} steps without resting`,
    );
  }

  /** The news that reach it now are mostly of its own last actions, and come as several webhooks. */
  #isJustOver(state: T['state']): boolean {
    const since = this.#saga.machine.overSince(state);
    return since !== null && this.#deps.clock.now() - since < CHANGES_COME_TOGETHER;
  }

  #lookOnceLater(): Promise<void> {
    const job = this.#jobAt(this.#deps.clock.now() + CHANGES_COME_TOGETHER, true);
    return this.#deps.queue.enqueue({ ...job, oncePer: CHANGES_COME_TOGETHER });
  }

  async #take(step: StepOf<T>, loaded: Loaded<T, Stored>): Promise<AfterStep<T>> {
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

  async #observe(what: T['observation'], state: T['state']): Promise<AfterStep<T>> {
    const seen = await this.#reach.look(what, state);
    if (!seen.ok && (this.#isOver(state) || seen.error.kind === 'throttled')) {
      return this.#lookLater(state, seen.error);
    }
    const events = this.#decided(state, seen.ok ? seen.value : failure(what, null, seen.error));
    if (events.length > 0) return this.#append(state, events);
    const { machine } = this.#saga;
    const now = this.#deps.clock.now();
    const step = machine.next(state, now, false);
    if (step.do === 'wait') return this.#restUntil(step.until, step.look);
    const again = this.#isOver(state) ? null : machine.lookAgainAt(state, what, now);
    return again !== null && (await this.#hasWaitedUntil(again)) ? state : this.#restUntil(again);
  }

  /** Waits for a moment, if it is to be one; what was read before it says nothing any more. */
  async #hasWaitedUntil(at: EpochMs): Promise<boolean> {
    const wait = at - this.#deps.clock.now();
    if (!this.#pause || wait > SHORT || this.#waited + wait > MOST_WAITED_IN_A_RUN) return false;
    this.#waited += wait;
    this.#reach.forget();
    return this.#pause(wait);
  }

  /** What is over has no record of failed looks: its job simply comes again. */
  async #lookLater(state: T['state'], error: PlatformError): Promise<'rest'> {
    if (!this.#isOver(state)) return this.#waitForPlatform(error);
    const delay = error.retryAfter ?? (error.kind === 'shop_gone' ? HOUR : MINUTE);
    const job = this.#jobAt(this.#deps.clock.now() + delay, true);
    // Whoever asked for the look: they all wait for the same one.
    await this.#deps.queue.enqueue({ ...job, oncePer: delay });
    return 'rest';
  }

  async #perform(step: EffectStep<T>, { state, stored }: Loaded<T, Stored>): Promise<AfterStep<T>> {
    const { effect, key } = step;
    if (step.announced && this.#saga.machine.isReadBack(effect)) {
      const after = await this.#readBack(state, effect, key);
      if (after !== 'undone') return after;
    }
    const events = this.#decided(state, { type: 'intend', effect, key });
    const announced = events.length === 0 ? state : await this.#append(state, events);
    // Somebody stopped or changed it meanwhile: only what was announced is done.
    return typeof announced === 'object' ? this.#call(announced, step, stored) : announced;
  }

  /** The effect that was announced together with the last event, and was not called yet. */
  #justAnnounced(state: T['state']): EffectStep<T> | null {
    return this.#announced?.seq === state.seq ? this.#announced.step : null;
  }

  /** Looks for what was announced; `undone` when it did not happen and is still to be done. */
  async #readBack(
    state: T['state'],
    effect: T['effect'],
    key: string,
  ): Promise<AfterStep<T> | 'undone'> {
    const read = await this.#reach.read(state);
    if (!read.ok) return this.#failed(state, effect, read.error);
    const facts = read.value;
    if (facts === null) return this.#decide(state, { type: 'saw_gone' });
    const found = this.#saga.machine.recognise({ effect, key }, facts);
    if (found !== null) {
      this.#deps.metrics?.effectEnded(effect.kind, 'found');
      return this.#decide(state, { type: 'succeeded', effect, outcome: found });
    }
    const changed = this.#decided(state, { type: 'saw_undone', facts });
    return changed.length > 0 ? this.#append(state, changed) : 'undone';
  }

  async #call(
    state: T['state'],
    { effect, key }: EffectStep<T>,
    stored: Stored,
  ): Promise<AfterStep<T>> {
    this.#announced = null;
    const result = await this.#reach.perform(effect, key, state, stored);
    this.#deps.metrics?.effectEnded(effect.kind, this.#countedAs(result));
    return result.ok
      ? this.#decide(state, { type: 'succeeded', effect, outcome: result.value })
      : this.#failed(state, effect, result.error);
  }

  #countedAs(result: PlatformResult<T['outcome']>) {
    return result.ok ? this.#saga.countedAs(result.value) : result.error.kind;
  }

  async #failed(
    state: T['state'],
    effect: T['effect'],
    error: PlatformError,
  ): Promise<AfterStep<T>> {
    const { kind, code } = error;
    this.#deps.log.warn(
      { shop: this.#shop, [this.#saga.name]: this.#id, effect: effect.kind, kind, code },
      'an effect failed',
    );
    if (kind === 'throttled') return this.#waitForPlatform(error);
    if (kind !== 'refused' || !this.#saga.machine.isReadBack(effect)) {
      return this.#decide(state, failure(effect.kind, effect, error));
    }
    const read = await this.#reach.read(state);
    if (!read.ok) {
      // The refusal's meaning is unknown until it can be read: the announced effect stays open.
      return this.#decide(state, failure(effect.kind, null, read.error));
    }
    return this.#decide(
      state,
      read.value === null
        ? { type: 'saw_gone' }
        : { ...failure(effect.kind, effect, error), facts: read.value },
    );
  }

  /** Being throttled is the platform's normal pace, not an event in the life of a saga. */
  #waitForPlatform({ retryAfter }: PlatformError): Promise<'rest'> {
    return this.#restUntil(this.#deps.clock.now() + (retryAfter ?? THROTTLED_RETRY));
  }

  #decided(state: T['state'], command: CommandOf<T>): readonly T['event'][] {
    const decision = this.#saga.machine.decide(state, command, this.#deps.clock.now());
    if (decision.ok) return decision.value;
    throw new Error(
      `The runner's own command "${command.type}" was refused: ${decision.error.code}`,
    );
  }

  #decide(state: T['state'], command: CommandOf<T>): Promise<AfterStep<T>> {
    return this.#append(state, this.#decided(state, command));
  }

  /**
   * Stores events; the state with them, or `overtaken` when somebody else's came first and nothing was stored:
   * what the platform did meanwhile is found by reading it back.
   */
  async #append(state: T['state'], decided: readonly T['event'][]): Promise<AfterStep<T>> {
    const now = this.#deps.clock.now();
    const { after, events, announced } = withWhatFollows<T>(state, decided, {
      machine: this.#saga.machine,
      now,
      id: this.#id,
      nudged: this.#nudged,
      decide: (next, command) => this.#decided(next, command),
    });
    const appended = await this.#deps.store.append(this.#shop, this.#id, {
      expectedSeq: state.seq,
      events,
      at: now,
      status: after.status,
      wakeAt: this.#isOver(after) ? null : now,
      next: null,
    });
    switch (appended) {
      case 'appended':
        this.#announced = announced && { seq: after.seq, step: announced };
        this.#reach.onRecorded?.(after, events);
        return after;
      case 'conflict':
        return 'overtaken';
      case 'another_is_live':
        await this.#deps.queue.enqueue(this.#jobAt(now + WHILE_ANOTHER_IS_LIVE, true));
        return 'rest';
    }
  }

  async #restUntil(at: EpochMs | null, look = false): Promise<'rest'> {
    const job = at === null ? null : this.#jobAt(at, look);
    await this.#deps.store.rest(this.#shop, this.#id, job);
    return 'rest';
  }

  #isOver(state: T['state']): boolean {
    return this.#saga.machine.overSince(state) !== null;
  }

  #jobAt(at: EpochMs, nudged: boolean) {
    return this.#saga.jobAt(this.#shop, this.#id, at, nudged);
  }

  async #load(): Promise<Loaded<T, Stored>> {
    const stored = await this.#deps.store.load(this.#shop, this.#id);
    const state = stored && folded(this.#saga.machine, stored.events, this.#id);
    if (!stored || !state) throw new Error(`No ${this.#saga.name} ${this.#id} in ${this.#shop}`);
    return { state, stored };
  }
}

function failure<T extends SagaTypes>(
  during: string,
  effect: T['effect'] | null,
  { kind, code, message, mayHaveApplied }: PlatformError,
) {
  const problem = { kind, code, message };
  return { type: 'failed', during, effect, problem, mayHaveApplied, facts: null } as const;
}
