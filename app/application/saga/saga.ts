import type { ShopDomain } from '../../domain/ids.ts';
import type { Machine, Recorded, SagaTypes } from '../../domain/saga/machine.ts';
import type { Problem } from '../../domain/saga/problem.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { PlatformResult } from '../shared/platform-error.ts';
import type { ScheduledJob } from '../shared/queue.ts';

/** All that is stored of one saga: its story, and whatever its effects need beside it. */
export interface Story<T extends SagaTypes> {
  readonly events: readonly Recorded<T['event']>[];
}

/** A saga as the runner takes it: its pure half, and how it reaches the outside. */
export interface Saga<T extends SagaTypes, Stored extends Story<T> = Story<T>> {
  /** What it is called where people read about it: logs and errors. */
  readonly name: string;
  readonly machine: Machine<T>;
  /** The job that looks at it at an instant. */
  jobAt(shop: ShopDomain, id: T['id'], at: EpochMs, nudged: boolean): ScheduledJob;
  /** How an effect that succeeded is counted; `performed` where nothing else is to be said. */
  countedAs(outcome: T['outcome']): 'performed' | 'untold';
  /** Its hands for one run, which may remember what they read until something was done. */
  reach(shop: ShopDomain, id: T['id']): Reach<T, Stored>;
}

/** How a saga reaches the outside during one run. */
export interface Reach<T extends SagaTypes, Stored extends Story<T> = Story<T>> {
  /** Reads what an observation is about: the command that the machine decides on. */
  look(what: T['observation'], state: T['state']): Promise<PlatformResult<T['command']>>;
  /** Reads anew what its effects show in; null when it is gone. */
  read(state: T['state']): Promise<PlatformResult<T['facts'] | null>>;
  /** Does an announced effect, once. */
  perform(
    effect: T['effect'],
    key: string,
    state: T['state'],
    stored: Stored,
  ): Promise<PlatformResult<T['outcome']>>;
  /** Something was done or decided since: what was read before says nothing any more. */
  forget(): void;
  /** These events are stored. */
  onRecorded?(state: T['state'], events: readonly T['event'][]): void;
  /** The run is over, however it ended. */
  onRested?(): Promise<void>;
}

/** Where the stories of a saga are kept. */
export interface SagaStore<T extends SagaTypes, Stored extends Story<T> = Story<T>> {
  load(shop: ShopDomain, id: T['id']): Promise<Stored | null>;

  /**
   * Appends events after `expectedSeq`, in one transaction with the status and the wake-up time. `conflict` =
   * somebody else appended first; `another_is_live` = it would become live again beside another one of the same
   * subject. Either way nothing is stored.
   */
  append(
    shop: ShopDomain,
    id: T['id'],
    change: {
      readonly expectedSeq: number;
      readonly events: readonly T['event'][];
      readonly at: EpochMs;
      readonly status: T['state']['status'];
      readonly wakeAt: EpochMs | null;
      readonly next: ScheduledJob | null;
    },
  ): Promise<'appended' | 'conflict' | 'another_is_live'>;

  /** Ends a run: enqueues the job for the wake-up time and sets it; null = until a person moves it. */
  rest(shop: ShopDomain, id: T['id'], next: ScheduledJob | null): Promise<void>;

  /** Runs `work` while no other process works on the same one; `busy` when one does. */
  exclusively<Done>(
    shop: ShopDomain,
    id: T['id'],
    work: () => Promise<Done>,
  ): Promise<{ readonly done: Done } | 'busy'>;
}

/** What the runner has counted. */
export interface SagaMetrics {
  /**
   * @param outcome `found`: it had happened before and was not repeated; `untold`: there was nobody to write to;
   *   otherwise the kind of the failure
   */
  effectEnded(kind: string, outcome: 'performed' | 'found' | 'untold' | Problem['kind']): void;
}
