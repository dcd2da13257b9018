import { expect, test } from 'vitest';

import { gains } from './upcast.ts';

test.each([
  ['of the document', 'days', { rules: [] }, { rules: [], days: 3 }],
  ['of a part of it', 'staff.days', { staff: { may: true } }, { staff: { may: true, days: 3 } }],
  [
    'of each entry of a list',
    'rules.days',
    { on: true, rules: [{ id: 'a' }, { id: 'b' }] },
    {
      on: true,
      rules: [
        { id: 'a', days: 3 },
        { id: 'b', days: 3 },
      ],
    },
  ],
  ['of what is not there: of nothing', 'limit.days', { limit: null }, { limit: null }],
])('a stored document gains a field %s', (_of, path, stored, upgraded) => {
  const before = structuredClone(stored);
  expect(gains(path, 3)(stored)).toEqual(upgraded);
  expect(stored).toEqual(before);
});
