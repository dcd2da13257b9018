import { describe, expect, it } from 'vitest';

import { Case } from '../../../../tests/support/facts/cancellation-case.ts';
import { order } from '../../../../tests/support/facts/order-facts.ts';
import type { Problem } from '../../saga/problem.ts';
import { weighFailure } from '../../saga/weigh-failure.ts';
import { SECOND } from '../../time.ts';
import { tell } from './tell.ts';

const { state } = new Case({ facts: order() });

describe('a mail that failed', () => {
  const after = (code: string | null, kind: Problem['kind'] = 'mail_failed') =>
    weighFailure(
      tell,
      state,
      {
        during: 'tell',
        effect: { kind: 'tell', template: 'cancelled' },
        problem: { kind, code, message: 'made up' },
        mayHaveApplied: false,
        facts: null,
      },
      0,
    );

  it.each(['SMTP_550', 'SMTP_521', 'SMTP_599'])('is not sent again after %s', (code) => {
    expect(after(code)).toEqual({ then: 'ask_a_person' });
  });

  it.each([
    'SMTP_450',
    'SMTP_530',
    'SMTP_534',
    'SMTP_535',
    'SMTP_538',
    'SMTP_55',
    'SMTP_5500',
    'XSMTP_550',
    null,
  ])('is sent again after %s', (code) => {
    expect(after(code)).toEqual({ then: 'try_again', at: 10 * SECOND });
  });

  it('is told apart from what the platform answers', () => {
    expect(after('SMTP_550', 'timeout')).toEqual({ then: 'try_again', at: 2 * SECOND });
  });
});
