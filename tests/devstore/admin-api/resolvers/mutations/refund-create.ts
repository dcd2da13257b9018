import { GraphQLError } from 'graphql';
import type { Context } from '../../context.ts';
import type { Order, Refund } from '../../../world/model.ts';
import { InvalidAmount, parseDecimal } from '../../../world/money/money.ts';
import {
  refundErrors,
  type RefundRequest,
  type UserError,
} from '../../../world/money/refund-errors.ts';
import { createRefund } from '../../../world/money/refunds.ts';
import { readId } from '../../inputs/ids.ts';
import { notSimulated } from '../../not-simulated.ts';
import {
  readRefundDuties,
  readRefundLines,
  type RefundDutyInputs,
  type RefundLineInputs,
} from '../../inputs/refund-input.ts';
import { refundRefusal } from '../../staff-permissions.ts';
import { refundSource, visibleOrder } from '../sources.ts';

interface RefundInput {
  readonly orderId: string;
  readonly note?: string | null;
  readonly notify?: boolean | null;
  readonly currency?: string | null;
  readonly refundLineItems?: RefundLineInputs;
  readonly shipping?: {
    readonly amount?: string | null;
    readonly fullRefund?: boolean | null;
  } | null;
  readonly refundDuties?: RefundDutyInputs;
  readonly allowOverRefunding?: boolean | null;
  readonly discrepancyReason?: 'CUSTOMER' | 'DAMAGE' | 'RESTOCK' | 'OTHER' | null;
  readonly processedAt?: string | null;
  readonly refundMethods?:
    | readonly {
        readonly storeCreditRefund?: {
          readonly amount: { readonly amount: string; readonly currencyCode: string };
          readonly expiresAt?: string | null;
        } | null;
      }[]
    | null;
  readonly transactions?:
    | readonly {
        readonly parentId?: string | null;
        readonly kind: string;
        readonly amount: string;
      }[]
    | null;
}

/**
 * Needs `@idempotent(key:)`. A repeat with the same key and input gives the refund of the first
 * call as it stands now; an input that differs, or a first call still under way, is refused.
 * Sources: https://shopify.dev/docs/api/usage/implementing-idempotency and, for the missing key, an
 * answer recorded in https://github.com/airhorns/shopify-draft-proxy
 */
export function refundCreate(
  _root: null,
  { input }: { readonly input: RefundInput },
  context: Context,
  responseKey: string,
): object {
  const { kernel, shop, installation } = context;
  const key = context.idempotencyKey(responseKey);
  if (key === null || key.trim() === '') throw missingKey();
  const order = visibleOrder(context, readId('Order', input.orderId));
  if (order === null) {
    return {
      refund: null,
      order: null,
      userErrors: [{ field: ['orderId'], message: 'Order does not exist' }],
    };
  }
  const forbidden = refundRefusal(context.staff, {
    toOriginal: (input.transactions ?? []).length > 0,
    toStoreCredit: (input.refundMethods ?? []).length > 0,
  });
  if (forbidden !== null) return failure(order, [{ field: null, message: forbidden.message }]);
  const scope = `${installation.id}/${shop.domain}`;
  const fingerprint = JSON.stringify(sorted(input));
  const verdict = kernel.idempotency.check(scope, key, fingerprint);
  switch (verdict.kind) {
    case 'replay': {
      const refund = order.refunds.find((candidate) => candidate.id === verdict.resultId);
      return refund === undefined
        ? failure(order, [{ field: null, message: 'Refund does not exist' }])
        : success(order, refund);
    }
    case 'mismatch':
      return failure(order, [
        {
          field: null,
          message: 'The same idempotency key cannot be used with different operation parameters.',
        },
      ]);
    case 'in_progress':
      return failure(order, [
        { field: null, message: 'This request is currently in progress, please try again.' },
      ]);
    case 'new':
      break;
  }
  const request = readRequest(order, input, key, context);
  if ('message' in request) return failure(order, [request]);
  const errors = refundErrors(shop, order, request);
  if (errors.length > 0) return failure(order, errors);
  const refund = createRefund(kernel, shop, order, request);
  kernel.idempotency.record(
    scope,
    key,
    fingerprint,
    refund.id,
    kernel.now() + context.answerDelayMs,
  );
  return success(order, refund);
}

function missingKey(): GraphQLError {
  return new GraphQLError(
    'The @idempotent directive is required for this mutation but was not provided.',
    { extensions: { code: 'BAD_REQUEST' } },
  );
}

const success = (order: Order, refund: Refund): object => ({
  refund: refundSource(order, refund),
  order,
  userErrors: [],
});

const failure = (order: Order, userErrors: readonly UserError[]): object => ({
  refund: null,
  order,
  userErrors,
});

function readRequest(
  order: Order,
  input: RefundInput,
  idempotencyKey: string,
  context: Context,
): RefundRequest | UserError {
  if (input.processedAt != null) throw notSimulated('RefundInput.processedAt');
  const amount = (text: string): number => parseDecimal(text, order.presentmentCurrency);
  const reason = input.discrepancyReason ?? 'OTHER';
  try {
    return {
      note: input.note ?? null,
      notify: input.notify ?? false,
      currency: input.currency ?? null,
      lines: readRefundLines(input.refundLineItems),
      shipping:
        input.shipping == null
          ? null
          : input.shipping.fullRefund === true
            ? 'full'
            : { amount: amount(input.shipping.amount ?? '0') },
      duties: readRefundDuties(input.refundDuties),
      transactions: (input.transactions ?? []).map((transaction) => ({
        parentId:
          transaction.parentId == null ? null : readId('OrderTransaction', transaction.parentId),
        kind: transaction.kind,
        amount: amount(transaction.amount),
      })),
      storeCredit: (input.refundMethods ?? []).flatMap(({ storeCreditRefund }) =>
        storeCreditRefund == null
          ? []
          : [
              {
                amount: parseDecimal(
                  storeCreditRefund.amount.amount,
                  storeCreditRefund.amount.currencyCode,
                ),
                expiresAt:
                  storeCreditRefund.expiresAt == null
                    ? null
                    : Date.parse(storeCreditRefund.expiresAt),
              },
            ],
      ),
      allowOverRefunding: input.allowOverRefunding ?? false,
      discrepancyReason: reason === 'OTHER' ? 'REFUND_DISCREPANCY' : reason,
      idempotencyKey,
      actor: context.actor,
    };
  } catch (error) {
    if (error instanceof InvalidAmount) return { field: ['transactions'], message: error.message };
    throw error;
  }
}

/** The same parameters in another order are the same parameters. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
