import type { RefundId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import type { EpochMs } from '../../time.ts';
import { isMarkedBy } from '../plan.ts';
import type { Cancellation } from '../state.ts';

/* What the two effects share that make a refund: with the lines of an order, or without. */

/** Each refund of a cancellation has a round of its own. */
export const refundKey = ({ id, refundRound }: Pick<Cancellation, 'id' | 'refundRound'>): string =>
  `${id}-refund-${refundRound + 1}`;

/** The refund that bears a key in its note; null when there is none. */
export const refundMarkedBy = (key: string, { refunds }: OrderFacts): RefundId | null =>
  refunds.find(({ note }) => isMarkedBy(note, key))?.id ?? null;

/** Money may be on its way from the first time that it was asked for. */
export const askedForRefund = (
  { refundAskedAt }: Pick<Cancellation, 'refundAskedAt'>,
  at: EpochMs,
): Pick<Cancellation, 'refundAskedAt'> => ({ refundAskedAt: refundAskedAt ?? at });
