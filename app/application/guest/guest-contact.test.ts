import { describe, expect, it } from 'vitest';

import type { OrderId } from '../../domain/ids.ts';
import { acceptedContacts, normalContact, normalOrderName } from './guest-contact.ts';

const contact = (email: string | null, ...phones: string[]) =>
  acceptedContacts({ id: 'gid://shopify/Order/1' as OrderId, name: '#1', email, phones });

describe('case 47: a contact that a guest types', () => {
  it.each([
    ['Casey@Example.com', 'casey@example.com'],
    [' casey@example.com ', 'casey@example.com'],
    ['ｃａｓｅｙ＠example.com', 'casey@example.com'],
    // Case 69.
    ['casey@MÜLLER.example', 'casey@xn--mller-kva.example'],
    ['casey@xn--mller-kva.example', 'casey@müller.example'],
    ['casey@mu\u0308ller.example', 'casey@müller.example'],
    ['\u200Bcasey\u200D@example.com\uFEFF', 'casey@example.com'],
  ])('is the order’s address as %j', (typed, email) => {
    expect(contact(email)).toContain(normalContact(typed));
  });

  it.each([
    ['+49 1512 3456789'],
    ['0049 1512 3456789'],
    ['+49 (0)1512 345-6789'],
    ['01512 3456789'],
    ['1512/3456789'],
  ])('is the order’s phone number as %j', (typed) => {
    expect(contact(null, '+49 1512 3456789')).toContain(normalContact(typed));
  });

  it.each([
    ['another number', '+49 1512 3456780'],
    ['the number’s end', '3456789'],
    ['a letter', 'x'],
    ['nothing', ''],
    ['its domain in another address', 'casey@example.com@elsewhere.example'],
    ['an address that only begins like it', 'casey@example.com/x'],
    ['zeros', '000'],
  ])('is not the order’s as %s', (_what, typed) => {
    expect(contact('casey@example.com', '+49 1512 3456789')).not.toContain(normalContact(typed));
  });

  it('is never one that an order does not have', () => {
    expect(contact(null)).toEqual([]);
    expect(contact(null, '')).toEqual([]);
    expect(contact(null, '+1')).toEqual([]);
  });
});

it.each(['#1042', '1042', ' # 1042 ', '＃１０４２'])('the order number %j is 1042', (typed) => {
  expect(normalOrderName(typed)).toBe('1042');
});

it('an order number keeps what the shop puts around it', () => {
  expect(normalOrderName('#EN1042-B')).toBe(normalOrderName('en1042-b'));
  expect(normalOrderName('EN1042')).not.toBe(normalOrderName('1042'));
});
