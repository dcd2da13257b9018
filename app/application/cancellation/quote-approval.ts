import { staffAuthority } from '../../domain/authority/authority.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import { canBeAnswered } from '../../domain/cancellation/machine/decide.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import { type Money, add, sum } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { type StaffDeps, type StaffOrder, readStaffOrder } from '../order/read-staff-order.ts';
import { whyUnread } from '../order/why-unread.ts';
import type { Platform } from '../shared/platform.ts';
import { againstPlan } from './against-plan.ts';
import { type AnswerDeps, approving, planAsAsked, whatCameBefore } from './answer-request.ts';
import { readRecord } from './cancellation-record.ts';
import { type QuotedPlan, quoteStaffChoice } from './open/quote-staff-choice.ts';

type QuoteDeps = AnswerDeps & { readonly platform: Platform };

/** What saying yes to a request as it was made would do now, or everything against it; changes nothing. */
export async function quoteApproval(
  deps: Pick<QuoteDeps, 'store' | 'policies' | 'platform'>,
  shop: ShopDomain,
  id: CancellationId,
  access: StaffAccess,
): Promise<Result<QuotedPlan, readonly Refusal[]>> {
  const record = await readRecord(deps.store, shop, id);
  if (!record) return err([{ code: 'not_found' }]);
  if (!canBeAnswered(record.state)) return err([{ code: 'not_waiting_for_review' }]);
  const read = await deps.platform.readOrder(shop, record.state.orderId);
  if (!read.ok) return err([whyUnread(read.error)]);
  if (!read.value) return err([{ code: 'order_not_found' }]);
  const order = read.value;
  const before = await whatCameBefore(deps, shop, order);
  const planned = planAsAsked(record.state, order, before, '');
  if (!planned.ok) return planned;
  const plan = planned.value.plan.refund;
  const policy = await deps.policies.current(shop);
  const action = approving(order, plan, []);
  const refusals = againstPlan(policy, staffAuthority(access), order, plan, action);
  return refusals.length > 0 ? err(refusals) : ok({ order, plan, beyondPolicy: [] });
}

/** What approving several requests would do now. */
export interface ReviewedRequests {
  readonly rows: readonly {
    readonly id: CancellationId;
    readonly quoted: Result<QuotedPlan, readonly Refusal[]>;
  }[];
  /** What would come back together, an amount for each currency. */
  readonly totals: readonly Money[];
}

/** How many are read at the same time. */
const AT_ONCE = 4;

/** What saying yes to each of several requests would do now; changes nothing. */
export async function reviewRequests(
  deps: Parameters<typeof quoteApproval>[0],
  shop: ShopDomain,
  ids: readonly CancellationId[],
  access: StaffAccess,
): Promise<ReviewedRequests> {
  const rows: ReviewedRequests['rows'][number][] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const together = ids.slice(from, from + AT_ONCE).map(async (id) => ({
      id,
      quoted: await quoteApproval(deps, shop, id, access),
    }));
    rows.push(...(await Promise.all(together)));
  }
  const amounts = rows.flatMap(({ quoted }) =>
    quoted.ok ? [add(quoted.value.plan.amount, quoted.value.plan.bonus)] : [],
  );
  const currencies = [...new Set(amounts.map(({ currencyCode }) => currencyCode))];
  const totals = currencies.map((code) =>
    sum(
      amounts.filter(({ currencyCode }) => currencyCode === code),
      code,
    ),
  );
  return { rows, totals };
}

/** A request that waits, and all that staff can make of its order instead. */
export async function readChangeOffer(
  deps: StaffDeps,
  shop: ShopDomain,
  id: CancellationId,
  access: StaffAccess,
): Promise<
  Result<{ readonly view: StaffOrder; readonly asked: Cancellation }, readonly Refusal[]>
> {
  const asked = await readAnswerable(deps, shop, id);
  if (!asked.ok) return asked;
  const view = await readStaffOrder(deps, shop, asked.value.orderId, ok(access), id);
  return view.ok ? ok({ view: view.value, asked: asked.value }) : view;
}

/** What saying yes to what staff made of a request would do now, or everything against it; changes nothing. */
export async function quoteChange(
  deps: StaffDeps,
  shop: ShopDomain,
  id: CancellationId,
  access: StaffAccess,
  choice: Parameters<typeof quoteStaffChoice>[4],
): Promise<Result<QuotedPlan, readonly Refusal[]>> {
  const asked = await readAnswerable(deps, shop, id);
  if (!asked.ok) return asked;
  return quoteStaffChoice(deps, shop, asked.value.orderId, { access }, choice, id);
}

async function readAnswerable(
  { store }: Pick<StaffDeps, 'store'>,
  shop: ShopDomain,
  id: CancellationId,
): Promise<Result<Cancellation, readonly Refusal[]>> {
  const record = await readRecord(store, shop, id);
  if (!record) return err([{ code: 'not_found' }]);
  return canBeAnswered(record.state) ? ok(record.state) : err([{ code: 'not_waiting_for_review' }]);
}
