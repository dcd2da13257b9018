import type { Actor, Channel } from '../../../domain/actor.ts';
import type { Action, Authority } from '../../../domain/authority/authority.ts';
import { type Opening, open } from '../../../domain/cancellation/machine/decide.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../domain/ids.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { checkAgainstPlatform } from '../../../domain/refund/check.ts';
import type { RefundPlan } from '../../../domain/refund/plan/refund-plan.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import type { EpochMs } from '../../../domain/time.ts';
import { readOrderFor } from '../../order/read-order-for.ts';
import type { OrderViewer } from '../../order/why-not-shown.ts';
import { whyUnread } from '../../order/why-unread.ts';
import type { CancellationStore, CancellationTexts } from '../ports.ts';
import type { StaffMail } from '../../mail/ports.ts';
import type { NotificationStore } from '../../notification/ports.ts';
import { mailingOf } from '../../notification/shop-mailing.ts';
import type { OrderMirror } from '../../order/ports.ts';
import type { PolicyStore } from '../../policy/ports.ts';
import type { Clock, Ids } from '../../shared/clock.ts';
import type { Platform } from '../../shared/platform.ts';
import { jobAt } from '../advance/cancellation-job.ts';
import { againstPlan } from '../against-plan.ts';
import { type CancellationRecord, isNews, readLatest } from '../cancellation-record.ts';

export interface OpenDeps extends Mailing {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly platform: Platform;
  readonly store: CancellationStore;
  readonly policies: PolicyStore;
  readonly orders: OrderMirror;
}

export interface Mailing {
  /** Whether the app writes to customers itself; otherwise Shopify does. */
  readonly ownMail: boolean;
  /** Where the shop is told of requests that wait for a person; null or missing for nowhere. */
  readonly staffMail?: StaffMail | null;
  /** What shops have set about both; missing for nothing. */
  readonly notifications?: Pick<NotificationStore, 'current'>;
}

/** Who acts, from where and by what authority: said by whoever has verified it. None follows from another. */
export interface Acting {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly authority: Authority;
}

/**
 * Somebody who wants a cancellation, and what they want of it: all that differs between those who open one.
 * `Grounds` is what the shop has saved that they are judged by.
 */
export interface Asker<Grounds> {
  readonly by: Acting;
  /** As whom they are told why an order is not shown. */
  readonly viewer: OrderViewer;
  /** The newest cancellation of the order that they knew of when they asked; null for none. */
  readonly known: CancellationId | null;
  /** What is wrong with what they ask for, whatever the order; empty when nothing is. */
  readonly faults: readonly Refusal[];
  /** Why they may not know of this order; null when they may. */
  againstSeeing(order: OrderFacts): Refusal | null;
  /** Read once, for the order's customer and the time it was placed. */
  readGrounds(deps: OpenDeps, shop: ShopDomain, order: OrderFacts): Promise<Grounds>;
  /** What they want as a plan for the order as it is, or everything against it. Pure. */
  propose(seen: Seen<Grounds>): Result<Proposal, readonly Refusal[]>;
}

/** All that a proposal is made of. */
export interface Seen<Grounds> {
  readonly shop: ShopDomain;
  readonly order: OrderFacts;
  /** Every cancellation of the order, newest first. */
  readonly records: readonly CancellationRecord[];
  readonly grounds: Grounds;
  readonly mailing: Mailing;
  readonly now: EpochMs;
}

/** A cancellation as it is to be opened, once its authority allows it and the platform agrees with its plan. */
export interface Proposal {
  readonly opening: Omit<Opening, 'actor' | 'channel' | 'policyVersion' | 'reviewDays'>;
  /** By which it is judged. */
  readonly policy: Policy;
  /** What it is to whoever asks: weighed by their authority. */
  readonly action: Action;
  readonly texts: CancellationTexts;
  /** The customer's limit as it has to hold when this is stored; null when it plays no part. */
  readonly limit: Parameters<CancellationStore['open']>[1]['limit'];
}

/**
 * Opens a cancellation for whoever asks: the only way in. Read, planned, held against the platform, authorised and
 * stored with facts read now, never with what a page said. Asked twice, or by several people together, everybody
 * gets the one cancellation that came first.
 */
export async function openCancellation<Grounds>(
  ...asked: [deps: OpenDeps, shop: ShopDomain, orderId: OrderId, asker: Asker<Grounds>]
): Promise<Result<CancellationId, readonly Refusal[]>> {
  const first = await tryToOpen(...asked);
  if (first !== 'limit_reached') return first;
  // Other requests of theirs were stored meanwhile: with those in sight the policy refuses or has it reviewed.
  const second = await tryToOpen(...asked);
  return second === 'limit_reached' ? err([{ code: 'platform_unavailable' }]) : second;
}

async function tryToOpen<Grounds>(
  deps: OpenDeps,
  shop: ShopDomain,
  orderId: OrderId,
  asker: Asker<Grounds>,
): Promise<Result<CancellationId, readonly Refusal[]> | 'limit_reached'> {
  if (asker.faults.length > 0) return err(asker.faults);
  const decided = await decideAnew(deps, shop, orderId, asker);
  if (!decided.ok) return decided;
  if ('cameFirst' in decided.value) return ok(decided.value.cameFirst);
  const { order, proposal, now } = decided.value;
  const { policy, opening, texts, limit } = proposal;
  const { actor, channel } = asker.by;
  const { version: policyVersion, reviewDays } = policy;
  const id = deps.ids.uuid() as CancellationId;
  const opened = await deps.store.open(shop, {
    id,
    orderName: order.name,
    event: open(order, { actor, channel, policyVersion, reviewDays, ...opening }, now),
    after: asker.known,
    customerId: order.customerId,
    limit,
    texts,
    at: now,
    next: jobAt(shop, id, now),
  });
  if (opened.ok) return ok(id);
  return 'limitReached' in opened.error ? 'limit_reached' : ok(opened.error.cancellationId);
}

/** What an order, as it was read, makes of what is asked for. */
interface Judged<Grounds> {
  readonly order: OrderFacts;
  readonly records: readonly CancellationRecord[];
  readonly grounds: Grounds;
  readonly proposal: Proposal;
  readonly now: EpochMs;
}

/** Somebody's cancellation is under way, or has come since the asker's page was read. */
interface CameFirst {
  readonly cameFirst: CancellationId;
}

type Decided<Grounds> = Result<Judged<Grounds> | CameFirst, readonly Refusal[]>;

/**
 * Decides with facts read now, in one read with what the platform would give back. What to ask about is planned
 * first with facts that may be minutes old; should the order have changed so that the question is another one, it
 * is asked again.
 */
async function decideAnew<Grounds>(
  deps: OpenDeps,
  shop: ShopDomain,
  orderId: OrderId,
  asker: Asker<Grounds>,
): Promise<Decided<Grounds>> {
  let judged = await look(deps, shop, orderId, asker, 'show');
  // Refused by what may be minutes old: only what is so now is said to anybody.
  if (!judged.ok) judged = await look(deps, shop, orderId, asker, 'decide');
  for (let question = 0; question < MOST_QUESTIONS; question += 1) {
    if (!judged.ok || 'cameFirst' in judged.value) return judged;
    const { records, grounds, order: before } = judged.value;
    const asked: RefundPlan = judged.value.proposal.opening.plan.refund;
    const read = await deps.platform.readOrderForRefund(shop, orderId, asked);
    if (!read.ok) return err([whyUnread(read.error)]);
    if (!read.value) return err([{ code: 'platform_unavailable' }]);
    const { order, suggested } = read.value;
    const known = { records, grounds: hasSameGrounds(before, order) ? grounds : null };
    judged = await judge(deps, shop, asker, order, known);
    if (judged.ok && 'proposal' in judged.value) {
      const { refund } = judged.value.proposal.opening.plan;
      if (!asksTheSame(asked, refund)) continue;
      const checked = checkAgainstPlatform(refund, suggested);
      if (checked.ok) return judged;
      judged = err([checked.error]);
    }
    return judged.ok ? judged : orWhatCameFirst(deps, shop, asker, order, judged.error);
  }
  return err([{ code: 'platform_unavailable' }]);
}

/** An order that changes with every look is for later. */
const MOST_QUESTIONS = 3;

/** Whether two plans ask the platform the same: of which units, shipping and duties it would give back what. */
const asksTheSame = (one: RefundPlan, other: RefundPlan): boolean =>
  questionOf(one) === questionOf(other);

const questionOf = ({ selection, lines, shipping }: RefundPlan): string =>
  JSON.stringify([selection, lines, shipping]);

/** Of the same customer and placed at the same time, an order is judged by the same. */
const hasSameGrounds = (one: OrderFacts, other: OrderFacts): boolean =>
  one.customerId === other.customerId && one.processedAt === other.processedAt;

async function look<Grounds>(
  deps: OpenDeps,
  shop: ShopDomain,
  orderId: OrderId,
  asker: Asker<Grounds>,
  purpose: 'decide' | 'show',
): Promise<Decided<Grounds>> {
  const read = await readOrderFor(deps, shop, asker.viewer, orderId, purpose);
  if (!read.ok) return read;
  const { order, records } = read.value;
  const judged = await judge(deps, shop, asker, order, { records, grounds: null });
  if (judged.ok || purpose === 'show') return judged;
  return orWhatCameFirst(deps, shop, asker, order, judged.error);
}

/** What is asked for on an order as it was read: whose it is, what came first, the plan, and who may. */
async function judge<Grounds>(
  deps: OpenDeps,
  shop: ShopDomain,
  asker: Asker<Grounds>,
  order: OrderFacts,
  known: {
    readonly records: readonly CancellationRecord[];
    /** Null to read them. */
    readonly grounds: Grounds | null;
  },
): Promise<Decided<Grounds>> {
  const notTheirs = asker.againstSeeing(order);
  if (notTheirs) return err([notTheirs]);
  const { records } = known;
  const [latest] = records;
  if (latest && isNews(latest.state, asker.known)) return ok({ cameFirst: latest.state.id });
  const grounds = known.grounds ?? (await asker.readGrounds(deps, shop, order));
  const mailing = await mailingOf(deps, shop);
  const now = deps.clock.now();
  const proposed = asker.propose({ shop, order, records, grounds, mailing, now });
  if (!proposed.ok) return proposed;
  const { policy, opening, action } = proposed.value;
  const { refund } = opening.plan;
  const refusals = againstPlan(policy, asker.by.authority, order, refund, action);
  return refusals.length > 0
    ? err(refusals)
    : ok({ order, records, grounds, proposal: proposed.value, now });
}

/** An order may be refused for what a cancellation has done to it that was opened since they were read: that one. */
async function orWhatCameFirst<Grounds>(
  { store }: OpenDeps,
  shop: ShopDomain,
  asker: Asker<Grounds>,
  order: OrderFacts,
  refusals: readonly Refusal[],
): Promise<Decided<Grounds>> {
  const latest = asker.againstSeeing(order) ? null : await readLatest(store, shop, order.id);
  return latest && isNews(latest.state, asker.known)
    ? ok({ cameFirst: latest.state.id })
    : err(refusals);
}
