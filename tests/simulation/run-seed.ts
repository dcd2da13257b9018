import {
  createWorld,
  type ExecuteAdminGraphql,
  type Order,
  type ProtectedData,
} from 'devstore/world';

import {
  approveRequest,
  declineRequest,
  resumeCancellation,
} from '../../app/application/cancellation/answer-request.ts';
import { readInbox } from '../../app/application/cancellation/list-cancellations.ts';
import type { Logger } from '../../app/application/shared/log.ts';
import type { Platform } from '../../app/application/shared/platform.ts';
import {
  type CancellationRecord,
  readLatest,
  readRecord,
} from '../../app/application/cancellation/cancellation-record.ts';
import { quote, readShopperOrder } from '../../app/application/order/read-shopper-order.ts';
import { askedByShopper } from '../../app/application/cancellation/open/asked-by-shopper.ts';
import { askedByStaff } from '../../app/application/cancellation/open/asked-by-staff.ts';
import { openCancellation } from '../../app/application/cancellation/open/open-cancellation.ts';
import { sweepOverdue } from '../../app/application/cancellation/nudge/sweep-overdue.ts';
import { syncOrders } from '../../app/application/order/sync-orders.ts';
import { withdrawRequest } from '../../app/application/cancellation/withdraw-request.ts';
import type { Attention, RecordedEvent } from '../../app/domain/cancellation/events.ts';
import { type Cancellation, isFinal } from '../../app/domain/cancellation/state.ts';
import type { CustomerId, LineItemId, OrderId, ShopDomain } from '../../app/domain/ids.ts';
import { add, money, toDecimal } from '../../app/domain/money.ts';
import type { Selection } from '../../app/domain/refund/goods/selection.ts';
import { DAY, type EpochMs, HOUR, MINUTE, SECOND } from '../../app/domain/time.ts';
import { createChance } from './chance.ts';
import { judge } from './judge.ts';
import {
  type MemoryDatabase,
  type TakenJob,
  createMemoryDatabase,
} from './adapters/memory-database.ts';
import { createSimulatedPlatform } from './adapters/platform.ts';
import { createPostbox } from './adapters/postbox.ts';
import { Process } from './process.ts';
import { type Registration, openSimulatedShop } from './open-shop.ts';
import { runJob } from './run-job.ts';
import { type Temper, drawScenario } from './scenario.ts';
import { Scheduler } from './scheduler.ts';
import { receiveDelivery } from './adapters/webhook-carrier.ts';
import { OWNER } from '../support/facts/staff-access.ts';

/** What one seed led to. The same seed leads to the same outcome, down to the last ledger row. */
export interface Outcome {
  readonly seed: number;
  readonly breaches: readonly string[];
  /** How the shopper's and the staff member's cancellation ended; null when none was opened. */
  readonly ends: readonly (string | null)[];
  readonly crashes: number;
  /** What happened, line by line, for a person who looks into a failing seed. */
  readonly story: readonly string[];
  /** A fingerprint of the whole ledger. */
  readonly ledger: string;
  /** Every cancellation that was stored. */
  readonly cancellations: readonly CancellationRecord[];
}

const START = Date.UTC(2026, 10, 23, 9);
const HORIZON = 45 * DAY;
const WORKERS = 2;
/** As in the queue: a job of a worker that died comes back after its heartbeat ran out. */
const HEARTBEAT = 10 * SECOND;
/** Between two looks at what webhooks missed. */
const RECONCILIATION = 2 * HOUR;
/** What is planned for later than this (an authorization's end) belongs to no cancellation. */
const LONGEST_WAIT = 5 * HOUR;

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What does not change from seed to seed. */
export interface Stage {
  readonly execute: ExecuteAdminGraphql;
  readonly registration: Registration;
}

/** Runs both flows of one seed in a made-up world and judges them by the ledger. */
/**
 * What Shopify has approved the app for in an unruly world: in half of them everything. Taken from the seed alone,
 * so that nothing else in its story is drawn differently.
 */
function approvalOf(seed: number, temper: Temper): { readonly protectedData?: ProtectedData } {
  if (temper === 'calm' || seed % 4 > 1) return {};
  return { protectedData: seed % 4 === 0 ? [] : ['name', 'email'] };
}

export async function runSeed(
  stage: Stage,
  seed: number,
  temper: Temper = 'calm',
): Promise<Outcome> {
  const chance = createChance(seed);
  const world = createWorld({ startAt: START, seed });
  const { shop, app, sender } = openSimulatedShop(world, {
    ...stage.registration,
    ...approvalOf(seed, temper),
  });
  const domain = shop.domain as ShopDomain;
  const seesAddresses = app.spec.protectedData?.includes('email') ?? true;
  const scheduler = new Scheduler(world);
  const database = createMemoryDatabase();
  const scenario = drawScenario(world, shop, chance, temper);
  const story: string[] = [];
  const tell = (what: string): void => void story.push(`${stamp(scheduler.now())} ${what}`);
  const troubled = (): boolean => scheduler.now() < scenario.errorEndsAt;
  let crashes = 0;
  let uuids = 0;

  await database.policies.save(domain, 0, scenario.policy, { kind: 'system' }, START);
  for (const rule of scenario.faults) {
    const { id } = world.faults.inject(rule);
    tell(`fault ${id}: ${JSON.stringify(rule)}`);
  }

  const locks = new Map<string, Process>();
  const mailer = createPostbox({ world, shop: domain, sender, chance, troubled });

  /** The app as one process sees it: everything that leaves the process passes its gates. */
  function appIn(process: Process) {
    const platform: Platform = createSimulatedPlatform({
      world,
      app,
      process,
      scheduler,
      execute: stage.execute,
    });
    const cancellations = process.gated(database.cancellations);
    return {
      clock: { now: () => scheduler.now() },
      ids: { uuid: () => uuid(seed, (uuids += 1)) },
      ownMail: true,
      log: silent,
      platform,
      store: withMethods(cancellations, {
        exclusively: async <T>(lockedShop: ShopDomain, id: string, work: () => Promise<T>) => {
          await process.gate();
          const key = `${lockedShop}/${id}`;
          if (locks.has(key)) return 'busy' as const;
          locks.set(key, process);
          try {
            return { done: await work() };
          } finally {
            locks.delete(key);
          }
        },
      }),
      policies: process.gated(database.policies),
      orders: process.gated(database.orders),
      unreadable: process.gated(database.unreadable),
      inbox: process.gated(database.inbox),
      installations: process.gated(database.installations),
      privacy: process.gated(database.privacy),
      dataRequests: process.gated(database.dataRequests),
      staffNames: process.gated(database.staffNames),
      queue: process.gated(database.queue),
      mailer: process.gated(mailer),
    };
  }

  function startProcess(name: string, deathRate: number, onDeath: (p: Process) => void): Process {
    const process: Process = new Process({
      scheduler,
      chance,
      deathRate: () => (troubled() ? deathRate : 0),
      onDeath: () => {
        crashes += 1;
        tell(`${name} is killed`);
        for (const [key, holder] of locks) if (holder === process) locks.delete(key);
        onDeath(process);
      },
    });
    return process;
  }

  const workers = new Map<
    string,
    { hasRoom: () => boolean; work: (job: TakenJob) => Promise<void> }
  >();

  function tryAgain(job: TakenJob): void {
    if (!database.retry(job, scheduler.now())) tell(`${job.job.name} is given up`);
  }

  function startWorker(name: string): void {
    const inHand = new Set<TakenJob>();
    const process = startProcess(name, 0.01, () => {
      // The queue notices after a while; so does whoever starts workers.
      for (const job of inHand) scheduler.after(HEARTBEAT, () => tryAgain(job));
      scheduler.after(chance.below(5 * SECOND), () => startWorker(name));
    });
    const deps = appIn(process);
    const pause = async (milliseconds: number): Promise<boolean> => {
      await scheduler.pause(milliseconds);
      await process.gate();
      return !chance.happens(0.05);
    };
    const work = async (job: TakenJob): Promise<void> => {
      inHand.add(job);
      try {
        await runJob(deps, job.job, pause);
      } catch (error) {
        tell(`${job.job.name} failed: ${String(error)}`);
        tryAgain(job);
      }
      inHand.delete(job);
    };
    const worker = { hasRoom: () => process.alive && inHand.size < 4, work };
    workers.set(name, worker);
    const sweep = (grace?: number): void => {
      if (!process.alive) return;
      void sweepOverdue(deps, grace).then(() => {
        scheduler.after(scheduler.now() < START + 2 * HOUR ? MINUTE : HOUR, sweep);
      });
    };
    sweep(0);
  }

  function deliverWebhooks(): void {
    for (const delivery of world.webhooks.takeDue(20)) {
      const endpoint = startProcess('the door', 0.005, () => {
        world.webhooks.report(delivery.id, { error: 'connection reset' });
      });
      void receiveDelivery(appIn(endpoint), app, delivery).then((status) => {
        world.webhooks.report(delivery.id, { status });
      });
    }
  }

  function handOutJobs(): void {
    for (const worker of workers.values()) {
      if (!worker.hasRoom()) continue;
      for (const job of database.takeJobs(scheduler.now(), 1)) void worker.work(job);
    }
  }

  /**
   * A person's click: when the page gives no answer for a while, they click again, and less and less often when it
   * says that Shopify cannot be reached.
   */
  function click<T>(
    name: string,
    act: (deps: ReturnType<typeof appIn>) => Promise<T>,
    patience = 15 * SECOND,
  ): void {
    const again = (): void => {
      if (!endpoint.alive) click(name, act, patience);
    };
    const endpoint = startProcess(`the page of ${name}`, 0.01, () =>
      scheduler.after(15 * SECOND, again),
    );
    void act(appIn(endpoint)).then((answer) => {
      tell(`${name}: ${JSON.stringify(answer)}`);
      if (JSON.stringify(answer).includes('platform_unavailable')) {
        scheduler.after(patience, () => click(name, act, Math.min(HOUR, 2 * patience)));
      }
    });
  }

  const shopperOrderId = gid(scenario.shopper.order);
  const staffOrderId = gid(scenario.staff.order);
  const customerId = `gid://shopify/Customer/${scenario.shopper.customerId}` as CustomerId;
  const shopper = { kind: 'customer', customerId } as const;
  const staff = {
    actor: { kind: 'staff', staffId: '1' },
    channel: 'app',
    access: OWNER,
  } as const;

  for (const at of scenario.shopper.asksAt) {
    scheduler.at(at, () => click('the shopper asks', askToCancel));
  }
  async function askToCancel(deps: ReturnType<typeof appIn>): Promise<unknown> {
    const seen = await readShopperOrder(deps, domain, shopper, shopperOrderId);
    if (!seen.ok || !seen.value.offer.available) return seen.ok ? seen.value.offer : seen.error;
    const { policy, order, evaluation, before, offer, states } = seen.value;
    const wanted = {
      selection: selectionOf(scenario.shopper.takes, scenario.shopper.order),
      method:
        offer.methods.find((method) => method === scenario.shopper.method) ?? offer.methods[0],
    };
    const { rule, methods } = offer;
    const quoted = quote({ policy, order, evaluation, before, rule, methods, states }, wanted);
    if (!quoted.ok) return quoted.error;
    const { amount, bonus } = quoted.value.plan;
    const asker = askedByShopper(shopper, 'order_page', {
      ...wanted,
      known: null,
      reasonId: 'changed_mind',
      comment: '',
      shown: add(amount, bonus),
    });
    return openCancellation(deps, domain, shopperOrderId, asker);
  }
  if (scenario.shopper.withdrawsAt !== null) {
    scheduler.at(scenario.shopper.withdrawsAt, () =>
      click('the shopper withdraws', async (deps) => {
        const result = await withdrawRequest(deps, domain, shopper, shopperOrderId);
        return result.ok ? 'withdrawn' : result.error;
      }),
    );
  }
  const amount =
    typeof scenario.staff.amount === 'number'
      ? toDecimal(money(scenario.staff.amount, scenario.staff.order.presentmentCurrency))
      : null;
  for (const at of scenario.staff.startsAt) {
    scheduler.at(at, () =>
      click('staff cancel', (deps) =>
        openCancellation(
          deps,
          domain,
          staffOrderId,
          askedByStaff(staff, {
            known: null,
            selection: selectionOf(scenario.staff.takes, scenario.staff.order),
            keepFreeItems: false,
            issueRefund: scenario.staff.amount !== 'nothing',
            amount,
            locale: 'en',
            method: 'original',
            restock: scenario.staff.restock,
            reason: 'CUSTOMER',
            notify: scenario.staff.notify,
            noteToCustomer: '',
            internalNote: 'Called about it.',
          }),
        ),
      ),
    );
  }
  for (const { at, what, act } of scenario.outside) {
    scheduler.at(at, () => {
      try {
        act();
        tell(`outside: ${what}`);
      } catch (error) {
        // Too late for it: the platform refuses, as it would a person.
        tell(`outside, refused: ${what}: ${String(error)}`);
      }
    });
  }

  /** Staff look into the inbox now and then and decide what waits for them. */
  function staffAtWork(): void {
    lookIntoInbox('staff look');
    if (temper === 'unruly' && chance.happens(0.3)) lookIntoInbox('a colleague looks');
    scheduler.after(scheduler.now() < START + 3 * HOUR ? 20 * MINUTE : 12 * HOUR, staffAtWork);
  }
  function lookIntoInbox(who: string): void {
    click(who, async (deps) => {
      const inbox = await readInbox(deps, domain, { sort: 'deadline', cursor: null });
      const answers: unknown[] = [];
      for (const { record } of inbox.inReview) {
        const { id } = record.state;
        const answer = chance.happens(0.7)
          ? await approveRequest(deps, domain, id, staff, { kind: 'as_asked', noteToCustomer: '' })
          : await declineRequest(deps, domain, id, staff, {
              noteToCustomer: 'Sorry, not this time.',
              nextStep: 'return_it',
            });
        answers.push(answer.ok ? answer.value.status : answer.error);
      }
      for (const { record } of inbox.needAttention) {
        const { attention } = record.state;
        // The list is older than the record: it has gone on since, and there is nothing left to answer.
        if (attention === null) continue;
        const choice = chance.oneOf(attention.choices);
        tell(`attention: ${JSON.stringify(attention)} -> ${choice}`);
        const answer = await resumeCancellation(deps, domain, record.state.id, staff, {
          choice,
          proof: 'Transfer of today.',
        });
        answers.push(answer.ok ? choice : answer.error);
      }
      return answers;
    });
  }

  /** What webhooks missed is found by looking. */
  function reconcile(): void {
    const process = startProcess('the nightly run', 0, () => undefined);
    void syncOrders(appIn(process), domain).catch((error: unknown) => tell(String(error)));
    scheduler.after(RECONCILIATION, reconcile);
  }
  reconcile();

  for (let index = 1; index <= WORKERS; index += 1) startWorker(`worker ${index}`);
  scheduler.after(15 * MINUTE, staffAtWork);

  let checkedAt: EpochMs = 0;
  let over = false;
  const finalStatus = async (order: Order) =>
    (await readLatest(database.cancellations, domain, gid(order)))?.state ?? null;
  /** Nothing is on its way any more, and the app has had the time to find out about the last of it. */
  const isQuiet = (): boolean => {
    const last = Math.max(world.ledger.entries().at(-1)?.at ?? START, scenario.reachableFrom);
    const next = world.nextHappeningAt() ?? Infinity;
    const now = scheduler.now();
    return !troubled() && now > last + RECONCILIATION + 10 * MINUTE && next > now + LONGEST_WAIT;
  };
  const isOver = (): boolean => {
    if (scheduler.now() > checkedAt + 5 * MINUTE && isQuiet()) {
      checkedAt = scheduler.now();
      void Promise.all(
        [scenario.shopper.order, scenario.staff.order].map((order) => finalStatus(order)),
      ).then((states) => {
        over = states.every((state) => state === null || isFinal(state.status));
      });
    }
    return over;
  };
  const anyRoom = (): boolean => [...workers.values()].some((worker) => worker.hasRoom());
  await scheduler.run(START + HORIZON, {
    isOver,
    work: () => {
      deliverWebhooks();
      handOutJobs();
    },
    worksAt: () => (anyRoom() ? database.nextJobAt() : null),
  });

  const breaches: string[] = [];
  const ends: (string | null)[] = [];
  const histories: { readonly order: string; readonly event: RecordedEvent }[] = [];
  const cancellations: CancellationRecord[] = [];
  for (const order of [scenario.shopper.order, scenario.staff.order]) {
    const records = await recordsOf(database, domain, gid(order));
    cancellations.push(...records);
    const record = records.find(({ state: { request } }) => request.actor.kind !== 'outside');
    const state = record?.state ?? null;
    ends.push(state?.status ?? null);
    histories.push(...(record?.events ?? []).map((event) => ({ order: order.name, event })));
    breaches.push(
      ...judge(world, domain, app.id, {
        order,
        status: state?.status ?? null,
        attention: state?.attention?.what ?? null,
        scope: state?.plan.refund.selection.kind ?? 'order',
        planned: state ? promisedBy(state) : 0,
        bonus: state?.plan.refund.bonus.minor ?? 0,
        unitsBack: state ? unitsBackOnSale(state) : 0,
        mailPromised: state?.plan.teller === 'unorder' && seesAddresses,
        settledByHand: state?.settledByHand ?? false,
        mails: mailsOver(record),
        mailsAnnounced: mailsAnnounced(record?.events ?? []).size,
        recordedOutside: records.some(({ state: { request } }) => request.actor.kind === 'outside'),
        mailSkipped: record?.events.some(isMailSkipped) ?? false,
        handSettled: record?.events.some(isSettledByHand) ?? false,
        stockSettledByHand: isStockSettledByHand(record?.events ?? []),
        outcomeUnknown: state?.turnedBack?.why.code === 'outcome_unknown',
        holdLeftByStaff: isHoldLeftByStaff(record?.events ?? []),
        answers: record?.events.filter((event) => event.type === 'resumed').length ?? 0,
      }),
    );
  }
  const entries = world.ledger.entries();
  return {
    seed,
    breaches,
    ends,
    crashes,
    get story() {
      const events = histories.map(
        ({ order, event }) => `${stamp(event.at)} ${order} ${event.type} ${JSON.stringify(event)}`,
      );
      const ledger = entries.map((entry) => `${stamp(entry.at)} ledger ${JSON.stringify(entry)}`);
      return [...story, ...events, ...ledger].sort(byStamp);
    },
    get ledger() {
      return JSON.stringify(entries);
    },
    cancellations,
  };
}

/** An object with some of its methods replaced; the others stay where they are. */
const withMethods = <T extends object>(object: T, methods: Partial<T>): T =>
  Object.assign(Object.create(object) as T, methods);

const gid = (order: Order): OrderId => `gid://shopify/Order/${order.id}` as OrderId;

/** Every cancellation that the app has on record for an order. */
async function recordsOf(
  database: MemoryDatabase,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<readonly CancellationRecord[]> {
  const records = await Promise.all(
    database.allCancellations().map(({ id }) => readRecord(database.cancellations, shop, id)),
  );
  return records.filter((record) => record !== null).filter((r) => r.state.orderId === orderId);
}

function selectionOf(takes: 'order' | 'one_unit', order: Order): Selection {
  const [line] = order.lines;
  if (takes === 'order' || !line) return { kind: 'order' };
  const lineItemId = `gid://shopify/LineItem/${line.id}` as LineItemId;
  return { kind: 'lines', lines: [{ lineItemId, quantity: 1 }] };
}

/** What may be given back of what was paid, in minor units. */
function promisedBy({ plan, creditInstead }: Cancellation): number {
  // Also of store credit, which has the shares of the payments that it is for: what a person gave back of late
  // payments is among them.
  const { shares } = plan.refund;
  return shares.reduce((total, share) => total + share.amount.minor, creditInstead.minor);
}

const unitsBackOnSale = ({ plan }: Cancellation): number =>
  plan.refund.lines
    .flatMap((line) => line.restock)
    .reduce((units, share) => units + (share.backOnSale ? share.quantity : 0), 0);

const isMailSkipped = (event: RecordedEvent): boolean =>
  event.type === 'mail_given_up' || (event.type === 'resumed' && event.choice === 'skip_mail');

/** Each mail has its key, however often it was tried. */
const mailsAnnounced = (events: readonly RecordedEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) =>
      event.type === 'effect_intended' && event.effect.kind === 'tell' ? [event.key] : [],
    ),
  );

/** Of them, those that were sent or given up. */
function mailsOver(
  record: Pick<CancellationRecord, 'state' | 'events'> | null | undefined,
): number {
  const announced = mailsAnnounced(record?.events ?? []);
  return record?.state.done.filter((key) => announced.has(key)).length ?? 0;
}

/** A person chose to go on without the release of a hold that the platform refused. */
function isHoldLeftByStaff(events: readonly RecordedEvent[]): boolean {
  let asked: Attention | null = null;
  for (const event of events) {
    if (event.type === 'attention_raised') asked = event.attention;
    if (event.type !== 'resumed' || event.choice !== 'skip_step' || asked === null) continue;
    if ('step' in asked && (asked.step === 'release' || asked.step === 'own_holds')) return true;
  }
  return false;
}

const isSettledByHand = (event: RecordedEvent): boolean =>
  event.type === 'resumed' && event.choice === 'settled_by_hand';

function isStockSettledByHand(events: readonly RecordedEvent[]): boolean {
  let isAskedAboutStock = false;
  for (const event of events) {
    if (event.type === 'attention_raised') {
      const { attention } = event;
      isAskedAboutStock = 'step' in attention && attention.step === 'correct_stock';
    } else if (isAskedAboutStock && isSettledByHand(event)) return true;
  }
  return false;
}

const uuid = (seed: number, count: number): string =>
  `${seed.toString(16).padStart(8, '0')}-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;

const stamp = (at: EpochMs): string => new Date(at).toISOString();
const byStamp = (a: string, b: string): number => a.slice(0, 24).localeCompare(b.slice(0, 24));
