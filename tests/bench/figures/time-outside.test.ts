import { expect, test } from 'vitest';

import { timeOutside } from './time-outside.ts';

const span = (from: number, to: number) => ({ from, to });

test.each([
  ['nobody was waited for', [], 100],
  ['one wait in the middle', [span(120, 150)], 70],
  ['waits that overlap count once', [span(120, 150), span(110, 130), span(140, 145)], 60],
  ['what was before or after does not count', [span(0, 110), span(190, 300), span(400, 500)], 80],
  ['waited all the time', [span(0, 150), span(150, 300)], 0],
])('of a hundred milliseconds are our own: %s', (_what, others, own) => {
  expect(timeOutside(span(100, 200), others)).toBe(own);
});
