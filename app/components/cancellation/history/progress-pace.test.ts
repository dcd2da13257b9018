import { expect, it } from 'vitest';

import { cancellation, completed, inReview } from '../../../../tests/support/pages/staff-views.ts';
import { HOUR, SECOND } from '../../../domain/time.ts';
import { lookAgainIn } from './progress-pace.ts';

it('looks every second at a cancellation that moves', () => {
  expect(lookAgainIn(cancellation, 0, 5 * SECOND)).toBe(SECOND);
});

it('looks less often at one that has not changed for long, but never gives up', () => {
  expect(lookAgainIn(cancellation, 0, 48 * HOUR)).toBe(30 * SECOND);
});

it('looks now and then at one that waits for a person', () => {
  expect(lookAgainIn(inReview, 0, SECOND)).toBe(15 * SECOND);
});

it('never looks again at one that is over', () => {
  expect(lookAgainIn(completed, 0, SECOND)).toBeNull();
});
