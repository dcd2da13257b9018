import { describe, expect, it } from 'vitest';
import { order } from '../../tests/support/order-facts.ts';
import type { Platform, PlatformError, PlatformResult } from '../application/ports.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import { err, ok } from '../domain/result.ts';
import { patientReads } from './patient-reads.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const facts = order();
const failure = (kind: PlatformError['kind'], retryAfter: number | null = null) =>
  err<PlatformError>({ kind, code: null, message: 'no', mayHaveApplied: false, retryAfter });

/** A platform that gives these answers, the last one for ever; and how long was waited for them. */
function answering(...answers: PlatformResult<OrderFacts | null>[]) {
  const waits: number[] = [];
  let asked = 0;
  const platform = patientReads(
    {
      readOrder: async () => {
        const answer = answers[Math.min(asked, answers.length - 1)];
        asked += 1;
        if (!answer) throw new Error('No answer was given');
        return answer;
      },
    } as unknown as Platform,
    async (milliseconds) => void waits.push(milliseconds),
  );
  return { read: () => platform.readOrder(SHOP, facts.id), waits, asked: () => asked };
}

describe('a read for somebody in front of a page', () => {
  it('waits as long as the platform asks for, and then has its answer', async () => {
    const { read, waits } = answering(
      failure('throttled', 700),
      failure('throttled', 300),
      ok(facts),
    );
    expect(await read()).toEqual(ok(facts));
    expect(waits).toEqual([700, 300]);
  });

  it('does not wait for ever', async () => {
    const { read, waits } = answering(failure('throttled', 3_000));
    expect(await read()).toMatchObject({ ok: false, error: { kind: 'throttled' } });
    expect(waits).toEqual([3_000, 3_000]);
  });

  it('says at once what waiting does not mend', async () => {
    const { read, asked } = answering(failure('unavailable'), ok(facts));
    expect(await read()).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(asked()).toBe(1);
  });

  it('is one for all who ask for the same order at once, and a new one afterwards', async () => {
    const { read, asked } = answering(ok(facts));
    await Promise.all([read(), read(), read()]);
    expect(asked()).toBe(1);
    await read();
    expect(asked()).toBe(2);
  });
});
