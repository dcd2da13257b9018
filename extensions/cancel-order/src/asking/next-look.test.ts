import { describe, expect, it } from 'vitest';

import { nextLook } from './next-look.ts';
import { cancelling, notOffered, offered } from '../testing/views.ts';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const MINUTE = 60_000;

describe('when a page looks again', () => {
  it('is soon while the order is being cancelled, and never longer than ten seconds', () => {
    const view = cancelling({ status: 'in_progress' });
    expect(nextLook(view, 0, now)).toBeLessThanOrEqual(1_000);
    expect(nextLook(view, 100, now)).toBe(10_000);
  });

  it('is ever later while a person or a bank is at it', () => {
    for (const status of ['in_review', 'needs_attention', 'cancelled'] as const) {
      const pauses = [0, 1, 2, 50].map((looks) => nextLook(cancelling({ status }), looks, now));
      expect(pauses).toEqual([...pauses].sort((a, b) => Number(a) - Number(b)));
      expect(pauses[3]).toBe(5 * MINUTE);
    }
  });

  it('is never once nothing more happens by itself', () => {
    expect(nextLook(cancelling({ status: 'completed' }), 0, now)).toBeNull();
    const { offer } = notOffered('already_fulfilled');
    expect(nextLook({ ...cancelling({ status: 'declined' }), offer }, 0, now)).toBeNull();
    expect(nextLook(notOffered('window_closed'), 0, now)).toBeNull();
  });

  it('is soon while a request that was withdrawn or declined is being undone', () => {
    for (const status of ['withdrawn', 'declined'] as const) {
      expect(nextLook(cancelling({ status }), 0, now)).toBeLessThanOrEqual(1_000);
    }
  });

  it('is right after the offer ends, however quiet the page has been', () => {
    const closesAt = new Date(now + 20_000).toISOString();
    expect(nextLook(offered({ closesAt }), 50, now)).toBe(21_000);
    expect(nextLook(offered({ closesAt: null }), 50, now)).toBe(2 * MINUTE);
  });
});
