import { describe, expect, it } from 'vitest';

import { since, withWordsBeginning } from './search-syntax.ts';

describe('search syntax', () => {
  it('asks for what has a time at or after an instant', () => {
    expect(since('updated_at', Date.UTC(2026, 10, 22, 9))).toBe(
      "updated_at:>='2026-11-22T09:00:00.000Z'",
    );
  });

  it('passes on the words of a text and none of its signs', () => {
    expect(withWordsBeginning('  Été d’Or ')).toBe('été* d* or*');
    expect(withWordsBeginning('a) OR status:"x" -b\\')).toBe('a* or* status* x* b*');
    expect(withWordsBeginning('*"\\')).toBe('');
  });
});
