import { formatForPeople, type OrderSummary } from 'devstore/world';

/** What a cancelled order must have led to. Money in the minor units of `currency`. */
export interface Outcome {
  readonly refunded: number;
  readonly restocked: number;
  readonly currency: string;
  /** Mails about it, to its customer and to the shop; one where nobody had to decide. */
  readonly mails?: number;
}

/**
 * What the ledger says against an order being truly cancelled: once, with exactly this refund and
 * these units back on the shelf, its hold gone, and so many mails about it. One sentence for
 * each contradiction; none when all of it is true.
 */
export function contradictions(summary: OrderSummary, expected: Outcome): readonly string[] {
  const money = (minor: number): string => formatForPeople(minor, expected.currency);
  const found: string[] = [];
  const refute = (isFalse: boolean, sentence: string): void => {
    if (isFalse) found.push(sentence);
  };

  const { cancels, cancelRequests, openHolds, shippedUnits } = summary;
  refute(cancels !== 1, `It was cancelled ${times(cancels)}.`);
  refute(cancelRequests !== 1, `Its cancel was asked for ${times(cancelRequests)}.`);
  refute(openHolds !== 0, `${openHolds} of its fulfillment holds are left behind.`);
  refute(shippedUnits !== 0, `${shippedUnits} of its units were shipped.`);

  const refunded = total(summary.refunded);
  const pending = total(summary.refundsPending);
  refute(
    refunded !== expected.refunded,
    `${money(refunded)} was paid out, not ${money(expected.refunded)}.`,
  );
  refute(pending !== 0, `${money(pending)} of its refund is not paid out yet.`);

  const restocked = total(summary.restocked);
  refute(
    restocked !== expected.restocked,
    `${restocked} units went back to stock, not ${expected.restocked}.`,
  );

  const { order_cancelled: ofCancel = 0, refund_notification: ofRefund = 0 } =
    summary.mails.platform;
  const mails = summary.mails.delivered + ofCancel + ofRefund;
  const wanted = expected.mails ?? 1;
  refute(mails !== wanted, `It was written about in ${mails} mails, not in ${wanted}.`);
  return found;
}

function total(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}

function times(count: number): string {
  return ['not at all', 'once', 'twice'][count] ?? `${count} times`;
}
