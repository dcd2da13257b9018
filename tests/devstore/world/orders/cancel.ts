/**
 * `orderCancel`: checked when asked, done a little later by a job, checked again then. Rules: the
 * description of the mutation in the Admin schema. Texts recorded from the live platform:
 * https://github.com/airhorns/shopify-draft-proxy (orderCancel-error-messages.json)
 */
import type { Fault } from '../contracts/contract.ts';
import { CHARGED_BACK, isChargedBack } from '../money/chargebacks.ts';
import type { Job, JobError } from '../jobs.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { customerOf } from '../lookup.ts';
import { sendPlatformMail } from '../delivery/mail.ts';
import type { Actor, Order, OrderCancelReason, Shop, Transaction } from '../model.ts';
import { allocateRefund, giveStoreCredit, refundPayment } from '../money/money-back.ts';
import { isPendingPayment, isUnfinished } from './order-status.ts';
import * as totals from './order-totals.ts';
import { voidAuthorization, voidPromise } from '../money/payments.ts';
import { publishOrder, publishRefund } from '../delivery/publish.ts';
import {
  releaseRefunded,
  removeLines,
  withdrawEverything,
  type WithdrawnWork,
} from '../money/refunded-units.ts';
import { recordRefund, refundText } from '../money/refunds.ts';
import { everythingLeft, valueOf } from '../money/valuation.ts';

const STAFF_NOTE_MAX = 255;
/** How long the platform's own job takes. */
const JOB_MS = { from: 400, to: 1500 } as const;

export interface CancelRequest {
  readonly reason: OrderCancelReason;
  readonly restock: boolean;
  readonly refund: 'none' | 'original' | { readonly storeCreditExpiresAt: number | null };
  readonly notifyCustomer: boolean;
  readonly staffNote: string | null;
  readonly actor: Actor;
}

/** Why the order cannot be cancelled as asked; empty when it can. */
export function cancelErrors(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  request: CancelRequest,
): JobError[] {
  if (request.staffNote !== null && request.staffNote.length > STAFF_NOTE_MAX) {
    return [
      {
        code: 'INVALID',
        field: ['staffNote'],
        message: `Staff note is too long. Maximum length is ${STAFF_NOTE_MAX} characters.`,
      },
    ];
  }
  const state = stateError(shop, order);
  if (state !== null) return [{ code: 'INVALID', field: ['orderId'], message: state }];
  if (request.refund === 'original' && refundsChargeback(shop, order)) {
    return [{ code: 'INVALID', field: ['refundMethod'], message: CHARGED_BACK }];
  }
  return storeCreditErrors(kernel, shop, order, request);
}

/** The order itself can go: only its money is in the bank's hands. See `isChargedBack`. */
function refundsChargeback(shop: Shop, order: Order): boolean {
  return order.transactions.some(
    (payment) => totals.refundableOf(order, payment) > 0 && isChargedBack(shop, order, payment),
  );
}

function stateError(shop: Shop, order: Order): string | null {
  if (order.cancelledAt !== null) return 'Cannot cancel an order that has already been canceled';
  if (order.transactions.some((t) => isPendingPayment(t) && !isPromise(shop, t))) {
    return 'Cannot cancel an order that has pending payment authorizations';
  }
  if (order.returns.some((r) => r.status === 'OPEN' || r.status === 'REQUESTED')) {
    return 'Cannot cancel an order that has active returns';
  }
  const shipped = order.fulfillments.some((fulfillment) => fulfillment.status === 'SUCCESS');
  const begun = order.fulfillmentOrders.some(
    (fo) => isUnfinished(fo) && fo.status === 'IN_PROGRESS',
  );
  return shipped || begun ? 'Cannot cancel an order that has outstanding fulfillments' : null;
}

/** A manual payment nobody has made yet is no authorisation: it is simply written off. */
function isPromise(shop: Shop, transaction: Transaction): boolean {
  return shop.gateways.get(transaction.gateway)?.behaviour === 'manual';
}

function storeCreditErrors(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  request: CancelRequest,
): JobError[] {
  if (typeof request.refund !== 'object') return [];
  const field = ['refundMethod', 'storeCreditRefund'];
  if (order.companyId !== null) {
    return [
      {
        code: 'STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED',
        field,
        message: 'Store credit refunds are not supported for B2B orders.',
      },
    ];
  }
  if (customerOf(shop, order) === null) {
    return [
      {
        code: 'STORE_CREDIT_REFUND_MISSING_CUSTOMER',
        field,
        message: 'Store credit refunds require an order with a customer.',
      },
    ];
  }
  const { storeCreditExpiresAt } = request.refund;
  if (storeCreditExpiresAt !== null && storeCreditExpiresAt <= kernel.now()) {
    return [
      {
        code: 'STORE_CREDIT_REFUND_EXPIRATION_IN_PAST',
        field: [...field, 'expiresAt'],
        message: 'The store credit expiration date is in the past.',
      },
    ];
  }
  return [];
}

/** Starts the job. The caller has found no `cancelErrors`. */
export function startCancel(kernel: Kernel, shop: Shop, order: Order, request: CancelRequest): Job {
  const striking = kernel.faults.strike('job', shop.domain, ({ job }) => job === 'order_cancel');
  const effect = striking?.effect;
  const job: Job = {
    id: kernel.random.uuid(),
    shop: shop.domain,
    orderId: order.id,
    startedAt: kernel.now(),
    status: 'STARTED',
    errors: [],
  };
  kernel.jobs.add(job);
  kernel.ledger.append({
    kind: 'order.cancel_requested',
    shop: shop.domain,
    orderId: order.id,
    actor: request.actor,
    jobId: job.id,
  });
  const takes = kernel.random.between(JOB_MS.from, JOB_MS.to);
  const stalls = effect?.kind === 'stall' ? effect.ms : 0;
  kernel.clock.schedule(kernel.now() + takes + stalls, () => {
    if (effect?.kind === 'fail') {
      fail(kernel, shop, order, job, request.actor, [
        {
          code: effect.code ?? 'INTERNAL_ERROR',
          field: null,
          message: effect.message ?? 'Unexpected internal error happened.',
        },
      ]);
    } else if (effect?.kind === 'done_without_cancelling') {
      job.status = 'SUCCEEDED';
    } else {
      const staging =
        effect?.kind === 'staged' ? effect : effect?.kind === 'at_once' ? null : usual(takes);
      runCancel(kernel, shop, order, job, request, staging);
    }
  });
  return job;
}

/**
 * Recorded right after `orderCancel`: `cancelledAt` and closed fulfillment orders, while `closed` is false,
 * the money PAID and every quantity as it was; recorded elsewhere: closed, quantities 0, REFUNDED. Whether the
 * staff note comes with the first or the last is not recorded, so both happen, and both can be asked for. How far
 * the two are apart is not recorded either: some recordings show the first state, others the last one at once.
 * Source: https://github.com/airhorns/shopify-draft-proxy (orderCancel-*.json)
 */
type Staging = Extract<Extract<Fault, { at: 'job' }>['effect'], { kind: 'staged' }>;

/** Less than a second apart; drawn from the time the job takes, so that nothing else is drawn differently. */
const usual = (jobMs: number): Staging => ({
  kind: 'staged',
  settlesAfterMs: 100 + ((jobMs * 7) % 800),
  note: jobMs % 2 === 0 ? 'early' : 'late',
});

function fail(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  job: Job,
  actor: Actor,
  errors: readonly JobError[],
): void {
  job.status = 'FAILED';
  job.errors = errors;
  kernel.ledger.append({
    kind: 'order.cancel_failed',
    shop: shop.domain,
    orderId: order.id,
    actor,
    jobId: job.id,
    code: errors[0]?.code ?? 'INTERNAL_ERROR',
  });
}

/** Things may have changed since the job was asked for: another cancel, a shipment, a location. */
function runCancel(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  job: Job,
  request: CancelRequest,
  staging: Staging | null,
): void {
  const errors = [
    ...cancelErrors(kernel, shop, order, request),
    ...deactivatedLocationErrors(shop, order, request),
  ];
  if (errors.length > 0) {
    fail(kernel, shop, order, job, request.actor, errors);
    return;
  }
  if (staging === null) {
    giveBackEverything(kernel, shop, order, job, request, 'at once');
    return;
  }
  const withdrawn = withdrawEverything(kernel, shop, order, request.actor);
  markCancelled(kernel, shop, order, job, request);
  if (staging.note === 'early') order.cancelStaffNote = request.staffNote;
  publishOrder(kernel, shop, order, ['orders/cancelled']);
  kernel.clock.schedule(kernel.now() + staging.settlesAfterMs, () =>
    giveBackEverything(kernel, shop, order, job, request, withdrawn),
  );
}

function deactivatedLocationErrors(shop: Shop, order: Order, request: CancelRequest): JobError[] {
  const deactivated = order.fulfillmentOrders.some(
    (fo) => isUnfinished(fo) && shop.locations.get(fo.locationId)?.active === false,
  );
  const paid = totals.totalReceived(order) > 0;
  return deactivated && paid && request.restock
    ? [
        {
          code: 'INVALID',
          field: ['restock'],
          message: 'Cannot restock inventory to a deactivated location',
        },
      ]
    : [];
}

function markCancelled(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  job: Job,
  { actor, reason, restock }: CancelRequest,
): void {
  order.cancelledAt = kernel.now();
  order.cancelReason = reason;
  kernel.ledger.append({
    kind: 'order.cancelled',
    shop: shop.domain,
    orderId: order.id,
    actor,
    reason,
    restock,
    jobId: job.id,
  });
}

/** The end of a cancel. `'at once'`: nothing of it has been seen before. */
function giveBackEverything(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  job: Job,
  request: CancelRequest,
  withdrawn: WithdrawnWork | 'at once',
): void {
  const { actor } = request;
  const before = totals.maximumRefundable(order);
  const owed = totals.owedToCustomer(order);
  const valuation = valueOf(
    order,
    everythingLeft(order, () => (request.restock ? 'CANCEL' : 'NO_RESTOCK')),
    true,
  );
  releasePayments(kernel, shop, order, actor);
  const transactions = refundAll(kernel, shop, order, request);
  const lines = removeLines(kernel, shop, order, valuation, {
    actor,
    cause: 'order_cancelled',
    withdrawn:
      withdrawn === 'at once' ? null : releaseRefunded(kernel, shop, order, withdrawn, actor),
  });
  if (withdrawn === 'at once') markCancelled(kernel, shop, order, job, request);
  // The same second in every recording.
  order.closedAt = order.cancelledAt;
  order.cancelStaffNote = request.staffNote;
  const refund = recordRefund(kernel, shop, order, {
    lines,
    valuation,
    transactions,
    expected: Math.min(valuation.total, before),
    owed,
    discrepancyReason: 'REFUND_DISCREPANCY',
    note: null,
    idempotencyKey: null,
    actor,
  });
  publishRefund(kernel, shop, order, refund);
  note(kernel, order, actor, `Order ${order.name} was canceled.`);
  publishOrder(kernel, shop, order, withdrawn === 'at once' ? ['orders/cancelled'] : []);
  if (request.notifyCustomer) {
    const given =
      transactions.length === 0 ? '' : ` ${refundText(order, refund)} is on its way back.`;
    sendPlatformMail(
      kernel,
      shop,
      order,
      { kind: 'platform' },
      {
        template: 'order_cancelled',
        subject: `Order ${order.name} has been canceled`,
        text: `Your order ${order.name} at ${shop.name} was canceled.${given}`,
      },
    );
  }
  job.status = 'SUCCEEDED';
}

/** Authorised money is let go whatever the refund method says; promised money is written off. */
function releasePayments(kernel: Kernel, shop: Shop, order: Order, actor: Actor): void {
  for (const transaction of [...order.transactions]) {
    if (totals.capturable(order, transaction) > 0) {
      voidAuthorization(kernel, shop, order, transaction, actor);
    } else if (isPendingPayment(transaction) && isPromise(shop, transaction)) {
      voidPromise(kernel, shop, order, transaction, actor);
    }
  }
}

/**
 * Nothing passes the net payment, store credit given before included: `refundCreate` and `returnProcess` ask for
 * `allowOverRefunding` to do so, and `orderCancel` has no such argument.
 * Sources: the descriptions of `Order.netPaymentSet` and `RefundInput.allowOverRefunding` in the Admin schema
 */
function refundAll(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  request: CancelRequest,
): Transaction[] {
  const o = { actor: request.actor, idempotencyKey: null };
  if (request.refund === 'none') return [];
  if (request.refund === 'original') {
    const payments = order.transactions.map((payment) => ({
      payment,
      limit: totals.refundableOf(order, payment),
    }));
    return allocateRefund(totals.maximumRefundable(order), payments).map((part) =>
      refundPayment(kernel, shop, order, part.payment.payment, part.amount, o),
    );
  }
  const customer = customerOf(shop, order);
  const amount = totals.maximumRefundable(order);
  return customer === null || amount === 0
    ? []
    : [
        giveStoreCredit(kernel, shop, order, customer, amount, {
          ...o,
          event: 'ORDER_CANCELLATION',
          expiresAt: request.refund.storeCreditExpiresAt,
        }),
      ];
}
