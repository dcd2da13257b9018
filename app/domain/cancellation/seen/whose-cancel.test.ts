import { describe, expect, it } from 'vitest';

import { order } from '../../../../tests/support/facts/order-facts.ts';
import type { CancellationId } from '../../ids.ts';
import { MINUTE } from '../../time.ts';
import { cancelled } from './whose-cancel.ts';
import type { Cancellation } from '../state.ts';

const ASKED = 1_000;
/** Of a cancellation, only who it is and when its cancel was asked for matters here. */
const state = {
  id: '00000000-0000-4000-8000-000000000001' as CancellationId,
  cancelAskedAt: ASKED,
} as Cancellation;
const done = { done: true, errors: [] };
const atWork = { done: false, errors: [] };

/** The order was cancelled, without any note, this long after we had asked for it. */
const seen = (
  cancelledAfter: number,
  job: typeof done | null,
  seenAfter = 1,
): readonly string[] => {
  const cancelledAt = ASKED + cancelledAfter;
  const now = cancelledAt + seenAfter;
  return cancelled(state, order({ cancelledAt }), cancelledAt, now, job).map(({ type }) => type);
};

describe('case 75: a cancelled order without a note, and our job', () => {
  it('was cancelled by somebody else long after our job was done without cancelling', () => {
    expect(seen(15 * MINUTE, done)).toEqual(['turned_back']);
    expect(seen(32 * MINUTE, done, MINUTE)).toEqual(['turned_back']);
  });

  it('is not decided while our job is at work: its note may come with its end', () => {
    expect(seen(32 * MINUTE, atWork)).toEqual([]);
    expect(seen(0, atWork)).toEqual([]);
  });

  it('is somebody else’s when our job is at work and no note has come for a quarter of an hour', () => {
    expect(seen(32 * MINUTE, atWork, 15 * MINUTE + 1)).toEqual(['turned_back']);
  });
});
