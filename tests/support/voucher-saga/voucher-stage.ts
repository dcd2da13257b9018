import type { Saga, SagaStore, Story } from '../../../app/application/saga/saga.ts';
import { type RunnerDeps, runSaga } from '../../../app/application/saga/run-saga.ts';
import type { Pause } from '../../../app/application/shared/pause.ts';
import type { PlatformError, PlatformResult } from '../../../app/application/shared/platform.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import { err, ok } from '../../../app/domain/result.ts';
import { type Recorded, folded } from '../../../app/domain/saga/machine.ts';
import {
  type Voucher,
  type VoucherEffect,
  type VoucherEvent,
  type VoucherOutcome,
  type VoucherTypes,
  VOUCHER_SHOP,
  voucherMachine,
} from './voucher.ts';

export const VOUCHER = 'voucher-1';
const BEGAN = 1_000_000;

/** Ends a run as a killed process does. */
export class Killed extends Error {}

type Call = 'look' | 'read' | `append ${string}` | `perform ${VoucherEffect['kind']}` | 'rest';

/** One voucher in memory, its printer and its post, and the runner between them. */
export class VoucherStage {
  now = BEGAN;
  readonly calls: Call[] = [];
  /** How often something was stored. */
  appends = 0;
  readonly posted: string[] = [];
  readonly jobs: ScheduledJob[] = [];
  readonly counted: string[] = [];
  readonly events: Recorded<VoucherEvent>[] = [{ type: 'promised', amount: 5, seq: 1, at: BEGAN }];
  sheets = 1;
  isShut = false;
  isGone = false;
  isLocked = false;
  /** How runs wait for moments; undefined while every wait ends the run. */
  pause: Pause | undefined;
  readonly printed = new Map<string, string>();
  /** Happens once, at the next call of that name; what it gives comes in place of the answer. */
  readonly before = new Map<Call, () => PlatformError | void>();
  /** The same once the call has done its work. */
  readonly after = new Map<Call, () => PlatformError | void>();

  get state(): Voucher {
    const state = folded<VoucherTypes>(voucherMachine, this.events, VOUCHER);
    if (!state) throw new Error('It has begun');
    return state;
  }

  get story(): string[] {
    return this.events.map(({ type }) => type);
  }

  times(call: Call): number {
    return this.calls.filter((one) => one === call).length;
  }

  run(nudged = false): Promise<void> {
    return runSaga(this.#deps, this.#saga, VOUCHER_SHOP, VOUCHER, {
      nudged,
      pause: this.pause,
    });
  }

  /** Every job that it left, each at its time, until none is left. */
  async settle(): Promise<void> {
    await this.run();
    for (let next = this.jobs.shift(); next; next = this.jobs.shift()) {
      this.now = Math.max(this.now, next.at);
      await this.run();
    }
  }

  async #call<T>(call: Call, work: () => T): Promise<PlatformResult<T>> {
    this.calls.push(call);
    const instead = this.#taken(this.before, call);
    if (instead) return err(instead);
    const done = work();
    const lost = this.#taken(this.after, call);
    return Promise.resolve(lost ? err(lost) : ok(done));
  }

  #taken(hooks: Map<Call, () => PlatformError | void>, call: Call): PlatformError | null {
    const happens = hooks.get(call);
    hooks.delete(call);
    return happens?.() ?? null;
  }

  readonly #store: SagaStore<VoucherTypes> = {
    load: () => Promise.resolve<Story<VoucherTypes>>({ events: [...this.events] }),
    append: (_shop, _id, { expectedSeq, events, at }) => {
      this.appends += 1;
      const named = events.map(({ type }): Call => `append ${type}`);
      this.calls.push(...named);
      for (const call of named) this.#taken(this.before, call);
      if (this.events.length !== expectedSeq) return Promise.resolve('conflict');
      this.record(events, at);
      for (const call of named) this.#taken(this.after, call);
      return Promise.resolve('appended');
    },
    rest: (_shop, _id, next) => {
      this.calls.push('rest');
      if (next) this.jobs.push(next);
      return Promise.resolve();
    },
    exclusively: async (_shop, _id, work) => (this.isLocked ? 'busy' : { done: await work() }),
  };

  record(events: readonly VoucherEvent[], at = this.now): void {
    for (const event of events) this.events.push({ ...event, seq: this.events.length + 1, at });
  }

  readonly #deps: RunnerDeps<VoucherTypes> = {
    clock: { now: () => this.now },
    store: this.#store,
    queue: { enqueue: (job) => Promise.resolve(void this.jobs.push(job)) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    metrics: { effectEnded: (kind, outcome) => void this.counted.push(`${kind} ${outcome}`) },
  };

  readonly #saga: Saga<VoucherTypes> = {
    name: 'voucher',
    machine: voucherMachine,
    // Only the runner's tests run it: no queue has to know its job.
    jobAt: (_shop, _id, at, nudged) => ({ at, job: { name: 'voucher', nudged } as never }),
    countedAs: () => 'performed',
    reach: () => ({
      look: () => this.#call('look', () => ({ type: 'saw_paper', sheets: this.sheets })),
      read: () =>
        this.#call('read', () =>
          this.isGone ? null : { printed: new Map(this.printed), isShut: this.isShut },
        ),
      perform: (effect, key) =>
        this.#call(`perform ${effect.kind}`, () => this.#performed(effect, key)),
      forget: () => undefined,
    }),
  };

  #performed(effect: VoucherEffect, key: string): VoucherOutcome {
    if (effect.kind === 'post') {
      this.posted.push(key);
      return { kind: 'post' };
    }
    const number = `V${this.printed.size + 1}`;
    this.printed.set(key, number);
    return { kind: 'print', number };
  }
}
