import { describe, expect, test } from 'vitest';

import { createTokenCipher, type TokenPlace } from './token-cipher.ts';

const PLACE: TokenPlace = {
  shop: 'one.myshopify.com',
  sessionId: 'offline_one.myshopify.com',
  purpose: 'access token',
};
const OLD = { id: 'old', key: Buffer.alloc(32, 1) };
const NEW = { id: 'new', key: Buffer.alloc(32, 2) };
const TOKEN = 'shpat_0123456789abcdef';

const unreadable: string[] = [];
const cipherOf = (current: typeof OLD | null, known: readonly (typeof OLD)[]) =>
  createTokenCipher({ current, known }, (_place, keyId) => unreadable.push(keyId));

test('a token reads back in its place; the same one is never stored the same way twice', () => {
  const cipher = cipherOf(NEW, [NEW]);
  const [one, two] = [cipher.seal(TOKEN, PLACE), cipher.seal(TOKEN, PLACE)];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^enc1\.new\.[\w-]+$/);
  expect(one).not.toContain(TOKEN);
  expect([cipher.open(one, PLACE), cipher.open(two, PLACE)]).toEqual([TOKEN, TOKEN]);
});

describe('nobody reads it', () => {
  test.each([
    ['in another shop’s row', { shop: 'two.myshopify.com' }],
    ['in another session’s row', { sessionId: 'one.myshopify.com_7' }],
    ['as another kind of token', { purpose: 'refresh token' }],
  ] as const)('%s', (_case, changes) => {
    const cipher = cipherOf(NEW, [NEW]);
    expect(cipher.open(cipher.seal(TOKEN, PLACE), { ...PLACE, ...changes })).toBeNull();
  });

  test('after any byte of it was changed', () => {
    const cipher = cipherOf(NEW, [NEW]);
    const [mark, id, sealed = ''] = cipher.seal(TOKEN, PLACE).split('.');
    const bytes = Buffer.from(sealed, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      const stored = [mark, id, changed.toString('base64url')].join('.');
      expect(cipher.open(stored, PLACE), `byte ${index}`).toBeNull();
    }
  });

  test.each(['enc1.new.', 'enc1.new.AAAA', 'enc1..', 'enc1.'])(
    'when it is cut short: %s',
    (stored) => {
      expect(cipherOf(NEW, [NEW]).open(stored, PLACE)).toBeNull();
    },
  );

  test('without its key, and the key is named', () => {
    unreadable.length = 0;
    const stored = cipherOf(OLD, [OLD]).seal(TOKEN, PLACE);
    expect(cipherOf(NEW, [NEW]).open(stored, PLACE)).toBeNull();
    expect(unreadable).toEqual(['old']);
  });
});

describe('while keys change', () => {
  test('what the former key wrote reads on, and what is written is under the new one', () => {
    const stored = cipherOf(OLD, [OLD]).seal(TOKEN, PLACE);
    const both = cipherOf(NEW, [NEW, OLD]);
    expect(both.open(stored, PLACE)).toBe(TOKEN);
    expect(both.isCurrent(stored)).toBe(false);
    expect(both.isCurrent(both.seal(TOKEN, PLACE))).toBe(true);
  });

  test('a key whose name begins like another’s is another key', () => {
    const longer = { id: 'new2', key: Buffer.alloc(32, 3) };
    const stored = cipherOf(longer, [longer]).seal(TOKEN, PLACE);
    expect(cipherOf(NEW, [NEW, longer]).isCurrent(stored)).toBe(false);
  });

  test('a token of before the encryption is read, and is not current', () => {
    const cipher = cipherOf(NEW, [NEW]);
    expect(cipher.open(TOKEN, PLACE)).toBe(TOKEN);
    expect(cipher.isCurrent(TOKEN)).toBe(false);
  });

  test('without a current key tokens are written plain, and encrypted ones still read', () => {
    const plain = cipherOf(null, [NEW]);
    expect(plain.seal(TOKEN, PLACE)).toBe(TOKEN);
    expect(plain.isCurrent(TOKEN)).toBe(true);
    expect(plain.open(cipherOf(NEW, [NEW]).seal(TOKEN, PLACE), PLACE)).toBe(TOKEN);
  });
});
