import { advanceCancellation } from '../../../app/application/cancellation/advance/advance-cancellation.ts';
import type { EngineDeps } from '../../../app/application/cancellation/advance/cancellation-saga.ts';
import { jobAt } from '../../../app/application/cancellation/advance/cancellation-job.ts';
import type { Mail, Recipient } from '../../../app/application/mail/ports.ts';
import type { Platform, PlatformError } from '../../../app/application/shared/platform.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { ShopProfile } from '../../../app/application/shop/ports.ts';
import type { CancellationEvent, Effect } from '../../../app/domain/cancellation/events.ts';
import { fold } from '../../../app/domain/cancellation/machine/evolve.ts';
import type { Cancellation } from '../../../app/domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../../../app/domain/ids.ts';
import { err, ok } from '../../../app/domain/result.ts';
import { MINUTE } from '../../../app/domain/time.ts';
import {
  type MemoryDatabase,
  createMemoryDatabase,
} from '../../simulation/adapters/memory-database.ts';
import { Case, type Setting, agreeing } from '../facts/cancellation-case.ts';

export const SHOP = 'harbor.myshopify.com' as ShopDomain;
export const ID = '019a0000-0000-7000-8000-000000000001' as CancellationId;

/** Ends a run as a killed process does: nothing after it happens, and its lock is free. */
export class Killed extends Error {}

/** What the engine does outside itself, as a test may meet it. */
export type Call =
  | 'readOrder'
  | 'readOrderForRefund'
  | 'readCancelJob'
  | 'readRecipient'
  | 'readShop'
  | `announce ${Effect['kind']}`
  | `append ${CancellationEvent['type'] | 'nothing'}`
  | 'rest'
  | `perform ${Exclude<Effect['kind'], 'tell'>}`
  | `send ${Mail['content']['template']}`;

/** One cancellation, stored and with its job, and the engine between a made-up platform and an empty database. */
export interface EngineStage {
  readonly world: Case;
  readonly database: MemoryDatabase;
  readonly deps: EngineDeps & { recipient: Recipient | null };
  /** Everything the engine asked for, oldest first. */
  readonly calls: Call[];
  /** How often it read its own story. */
  readonly loads: () => number;
  readonly mails: Mail[];
  /** When it was to wake, as each append said. */
  readonly wakeTimes: (number | null)[];
  /** What was logged. */
  readonly lines: Record<string, unknown>[];
  /** Happens once, right before the next call of that name; one that throws comes in its place. */
  before(call: Call, happens: () => unknown): void;
  /** Happens once, right after the next call of that name did its work and before its answer is known. */
  after(call: Call, happens: () => unknown): void;
  /** The next calls of that name fail. */
  fail(call: Call, error: PlatformError, times?: number): void;
  /** One run of the engine, as a job begins it. */
  advance(nudged?: boolean): Promise<void>;
  /** A run in another process, which found the lock free because the first one's connection broke. */
  advanceElsewhere(nudged?: boolean): Promise<void>;
  /** Jobs of the cancellation that are due within a time, each at its time; ten minutes unless told otherwise. */
  settle(milliseconds?: number): Promise<void>;
  state(): Promise<Cancellation>;
  /** The types of its events, oldest first. */
  story(): Promise<readonly CancellationEvent['type'][]>;
  /** Jobs that wait, without those that copy orders. */
  jobs(): readonly ScheduledJob[];
  /** Whether the sweep would take it up at an instant. */
  isOverdueAt(instant: number): Promise<boolean>;
}

/** Far more than a cancellation needs in ten minutes. */
const MOST_RUNS = 300;

export const RECIPIENT: Recipient = {
  shopName: 'Harbor',
  shopEmail: 'hello@harbor.example',
  storefrontUrl: 'https://harbor.example',
  orderName: '#1042',
  orderStatusUrl: null,
  email: 'casey@example.com',
  firstName: 'Casey',
  locale: 'en',
};

const PROFILE = {
  name: 'Harbor',
  currencyCode: 'EUR',
  timeZone: 'Europe/Berlin',
  locales: [
    { locale: 'en', name: 'English', primary: false, published: true },
    { locale: 'de', name: 'German', primary: true, published: true },
  ],
} as unknown as ShopProfile;

export async function openEngine(
  setting: Setting,
  changes: Partial<EngineDeps> = {},
): Promise<EngineStage> {
  const world = new Case(setting);
  const [opening] = world.events;
  if (opening?.type !== 'requested') throw new Error('A cancellation begins with a request');
  const database = createMemoryDatabase();
  await database.cancellations.open(SHOP, {
    id: ID,
    orderName: '#1042',
    event: opening,
    texts: {
      customerComment: null,
      noteToCustomer: null,
      internalNote: null,
      proofOfPayment: null,
    },
    at: opening.at,
    next: jobAt(SHOP, ID, opening.at),
    after: null,
    customerId: null,
    limit: null,
  });

  const calls: Call[] = [];
  let loads = 0;
  const mails: Mail[] = [];
  const wakeTimes: (number | null)[] = [];
  const lines: Record<string, unknown>[] = [];
  const hooks = { before: new Map<Call, () => unknown>(), after: new Map<Call, () => unknown>() };
  const failures = new Map<Call, { error: PlatformError; times: number }>();
  const interrupt = async (when: keyof typeof hooks, call: Call): Promise<void> => {
    const happens = hooks[when].get(call);
    hooks[when].delete(call);
    await happens?.();
  };
  const failure = (call: Call): PlatformError | null => {
    const planned = failures.get(call);
    if (!planned || planned.times === 0) return null;
    planned.times -= 1;
    return planned.error;
  };
  const answering = async <T>(call: Call, answer: () => T) => {
    calls.push(call);
    await interrupt('before', call);
    const error = failure(call);
    if (error) return err(error);
    const value = answer();
    await interrupt('after', call);
    return ok(value);
  };
  const storing = async <T>(named: readonly Call[], store: () => Promise<T>): Promise<T> => {
    calls.push(...named);
    for (const call of named) await interrupt('before', call);
    const stored = await store();
    for (const call of named) await interrupt('after', call);
    return stored;
  };

  const platform: Pick<
    Platform,
    'readOrder' | 'readOrderForRefund' | 'readCancelJob' | 'perform' | 'readRecipient' | 'readShop'
  > = {
    readOrder: () => answering('readOrder', () => (world.gone ? null : world.facts)),
    readOrderForRefund: (_shop, _id, plan) =>
      answering('readOrderForRefund', () =>
        world.gone
          ? null
          : {
              order: world.facts,
              suggested: agreeing({ ...world.state.plan.refund, ...plan }, world.facts),
            },
      ),
    readCancelJob: () => answering('readCancelJob', () => world.job),
    readRecipient: () => answering('readRecipient', () => deps.recipient),
    readShop: () => answering('readShop', () => PROFILE),
    async perform(_shop, _id, effect, key) {
      const call = `perform ${effect.kind}` as const;
      if (!world.wouldRefuse(effect)) return answering(call, () => world.apply(effect, key));
      calls.push(call);
      return err({ ...REFUSED, message: 'not possible' });
    },
  };
  const { cancellations } = database;
  const deps: EngineDeps & { recipient: Recipient | null } = {
    clock: { now: () => world.now },
    store: {
      ...cancellations,
      append: (shop, id, change) =>
        storing(namesOf(change.events), () => {
          wakeTimes.push(change.wakeAt);
          return cancellations.append(shop, id, change);
        }),
      load: (...given) => {
        loads += 1;
        return cancellations.load(...given);
      },
      rest: (...given) => storing(['rest'], () => cancellations.rest(...given)),
    },
    queue: database.queue,
    platform: platform as Platform,
    mailer: {
      send: (mail) =>
        answering(`send ${mail.content.template}`, () => {
          mails.push(mail);
          return null;
        }),
    },
    log: {
      info: (fields, message) => void lines.push({ ...fields, message }),
      warn: (fields, message) => void lines.push({ ...fields, message }),
      error: (fields, message) => void lines.push({ ...fields, message }),
    },
    recipient: RECIPIENT,
    ...changes,
  };

  const unlocked: EngineDeps['store'] = {
    ...deps.store,
    exclusively: async (_shop, _id, work) => ({ done: await work() }),
  };
  const advance = (nudged = false) => advanceCancellation(deps, SHOP, ID, nudged);
  const jobs = () =>
    database.waitingJobs().filter(({ job }) => job.name === 'advance-cancellation');
  const load = async () => {
    const stored = await cancellations.load(SHOP, ID);
    if (!stored) throw new Error('The cancellation is gone');
    return stored.events;
  };
  return {
    world,
    database,
    deps,
    calls,
    loads: () => loads,
    mails,
    wakeTimes,
    lines,
    before: (call, happens) => void hooks.before.set(call, happens),
    after: (call, happens) => void hooks.after.set(call, happens),
    fail: (call, error, times = 1) => void failures.set(call, { error, times }),
    advance,
    advanceElsewhere: (nudged = false) =>
      advanceCancellation({ ...deps, store: unlocked }, SHOP, ID, nudged),
    async settle(milliseconds = 10 * MINUTE) {
      const until = world.now + milliseconds;
      for (let runs = 0; ; runs += 1) {
        if (runs > MOST_RUNS) throw new Error('It never comes to rest');
        const at = Math.min(...jobs().map((job) => job.at));
        if (at > until) break;
        world.now = Math.max(world.now, at);
        for (const { job } of database.takeJobs(world.now, 50)) {
          if (job.name === 'advance-cancellation') await advance(job.nudged);
        }
      }
    },
    state: async () => fold(await load(), ID),
    story: async () => (await load()).map(({ type }) => type),
    jobs,
    isOverdueAt: async (instant) => (await cancellations.overdue(instant, 10)).length > 0,
  };
}

/** What is stored together: each decision by its first event, and what follows from it by itself. */
const namesOf = (events: readonly CancellationEvent[]): readonly Call[] =>
  events.flatMap((event, index): readonly Call[] => {
    if (event.type === 'effect_intended') return [`announce ${event.effect.kind}`];
    const isDecision = index === 0 || event.type === 'completed' || event.type === 'ended';
    return isDecision ? [`append ${event.type}`] : [];
  });

const NOTHING_SAID = { code: null, message: 'made up', mayHaveApplied: false, retryAfter: null };
export const REFUSED: PlatformError = { ...NOTHING_SAID, kind: 'refused' };
export const THROTTLED: PlatformError = { ...NOTHING_SAID, kind: 'throttled' };
export const TIMED_OUT: PlatformError = { ...NOTHING_SAID, kind: 'timeout', mayHaveApplied: true };
export const UNAVAILABLE: PlatformError = { ...NOTHING_SAID, kind: 'unavailable' };
