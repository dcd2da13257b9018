import type { OrderFacts } from '../facts.ts';

/**
 * The customer's bank is looking into a payment and has not decided: money given back now could be taken a
 * second time.
 */
export const hasOpenDispute = (order: OrderFacts): boolean =>
  order.disputes.some(({ status }) => status === 'NEEDS_RESPONSE' || status === 'UNDER_REVIEW');
