import { type EpochMs, DAY } from '../../time.ts';
import type { TransactionFacts } from '../facts.ts';

/**
 * How the money of a payment goes back:
 * - `gateway`: the payment provider sends it, as far as is known until `until` (its last instant; null = no end known).
 * - `hand`: a person pays it back.
 * - `nobody`: no money was taken that somebody would have to give back; an authorization ends at `until` by itself.
 */
export interface WayBack {
  readonly by: 'gateway' | 'hand' | 'nobody';
  readonly until: EpochMs | null;
}

interface Gateway {
  readonly by: WayBack['by'];
  /** Days from the payment in which the provider takes a refund; null = no limit known. */
  readonly days: number | null;
}

/**
 * What providers do differently from taking every refund at any time, by the name that Shopify has for them
 * (`OrderTransaction.gateway`: lower case, words joined by `_`; a longer name begins with it). Contracts may allow
 * more or less: it tells people in time, and no refund is refused for it.
 */
const GATEWAYS: Readonly<Record<string, Gateway>> = {
  // https://developer.paypal.com/api/nvp-soap/paypal-payments-standard/admin/refunds
  // (later: https://developer.paypal.com/api/payments/v2/errors/refund_time_limit_exceeded)
  paypal: { by: 'gateway', days: 180 },
  // https://developer.paypal.com/limited-release/alternative-payment-methods/afterpay/manage-refunds
  afterpay: { by: 'gateway', days: 120 },
  // https://paypay.ne.jp/developers-faq/en/how-long-is-the-refundable-period-1
  paypay: { by: 'gateway', days: 365 },
  // https://developer.vippsmobilepay.com/docs/knowledge-base/refund
  vipps: { by: 'gateway', days: 365 },
  mobilepay: { by: 'gateway', days: 365 },
  // https://docs.connect.worldline-solutions.com/payment-product/konbini/additional-information (by bank transfer only)
  konbini: { by: 'hand', days: null },
  // https://docs.c-payment.de/reference/create-a-refund
  boleto: { by: 'hand', days: null },
  // Shopify's gateway for test orders.
  bogus: { by: 'nobody', days: null },
};

const ANY_OTHER: Gateway = { by: 'gateway', days: null };

const AUTHORIZATIONS: readonly TransactionFacts['kind'][] = ['AUTHORIZATION', 'EMV_AUTHORIZATION'];

/** How the money of a payment goes back, and until when. */
export function wayBackOf(
  payment: Pick<
    TransactionFacts,
    'kind' | 'gateway' | 'isManual' | 'authorizationExpiresAt' | 'createdAt'
  >,
): WayBack {
  if (AUTHORIZATIONS.includes(payment.kind)) {
    return { by: 'nobody', until: payment.authorizationExpiresAt };
  }
  if (payment.isManual) return { by: 'hand', until: null };
  const { by, days } = gatewayOf(payment.gateway);
  return { by, until: days === null ? null : payment.createdAt + days * DAY };
}

/** Whether its provider took it back once and does not any more. */
export const isTooLate = ({ by, until }: WayBack, now: EpochMs): boolean =>
  by === 'gateway' && until !== null && until < now;

function gatewayOf(name: string): Gateway {
  const words = `${name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join('_')}_`;
  const [, known] = Object.entries(GATEWAYS).find(([key]) => words.startsWith(`${key}_`)) ?? [];
  return known ?? ANY_OTHER;
}
