import { describe, expect, it } from 'vitest';

import { err, ok } from '../../domain/result.ts';
import { MalformedAnswer, platformError } from '../client/platform-error.ts';
import { type Payload, outcomeOf } from './effect-outcome.ts';

const beside = platformError('unavailable', null, 'Internal error', { mayHaveApplied: true });
const refund = { kind: 'refund', refundId: 'gid://shopify/Refund/1' } as const;

const answered = (payload: Partial<Payload<typeof refund>>, errors: typeof beside | null = null) =>
  outcomeOf(ok({ data: null, beside: errors }), () => ({
    userErrors: [],
    proof: refund,
    outcome: () => refund,
    ...payload,
  }));

describe('what a mutation brought', () => {
  it('is what its payload says', () => {
    expect(answered({})).toEqual(ok(refund));
  });

  it('is a refusal only by a user error', () => {
    expect(answered({ userErrors: [{ code: 'INVALID', message: 'no' }] })).toEqual(
      err(platformError('refused', 'INVALID', 'no')),
    );
    expect(answered({ userErrors: [{ message: 'no code in this enum' }] })).toMatchObject({
      error: { kind: 'refused', mayHaveApplied: false },
    });
  });

  it.each(['IDEMPOTENCY_CONCURRENT_REQUEST', 'SERVICE_UNAVAILABLE', 'INTERNAL_ERROR'])(
    'is open after a user error that is no "no": %s',
    (code) => {
      expect(answered({ userErrors: [{ code, message: 'later' }] })).toMatchObject({
        error: { kind: 'unavailable', mayHaveApplied: true },
      });
    },
  );

  it('case 64: is known when the payload is complete beside an error of a nested field', () => {
    expect(answered({}, beside)).toEqual(ok(refund));
  });

  it.each<[string, Partial<Payload<typeof refund>>]>([
    ['user errors', { userErrors: [{ code: 'INVALID', message: 'no' }] }],
    ['nothing that shows it', { proof: null }],
    [
      'a payload that lacks what was asked for',
      {
        outcome: () => {
          throw new MalformedAnswer('The refund is missing');
        },
        proof: null,
      },
    ],
  ])('case 64: is open when errors come beside %s', (_what, payload) => {
    expect(answered(payload, beside)).toEqual(err(beside));
  });
});
