import type { OrderContact } from './guest-ports.ts';

/** Country codes are one to three digits long: https://www.itu.int/rec/T-REC-E.164 */
const COUNTRY_CODE_LENGTHS = [0, 1, 2, 3];
const FEWEST_DIGITS = 6;

/**
 * An e-mail address or phone number in one form, however it was typed: case and spaces do not count, nor do
 * a number's punctuation and its leading zeros or plus.
 */
export function normalContact(typed: string): string {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  return text.includes('@') ? text : digitsOf(text);
}

/** All that its buyer may type for an order; a phone number with and without its country code. */
export function acceptedContacts({ email, phones }: OrderContact): readonly string[] {
  const numbers = phones.flatMap((phone) => {
    const digits = digitsOf(phone);
    const isInternational = phone.trim().startsWith('+');
    return isInternational
      ? COUNTRY_CODE_LENGTHS.map((length) => digits.slice(length).replace(/^0+/, ''))
      : [digits];
  });
  return [
    ...(email === null ? [] : [normalContact(email)]),
    ...numbers.filter((number) => number.length >= FEWEST_DIGITS),
  ];
}

/** "#1042", "1042" and " 1042 " are one order. */
export function normalOrderName(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/^#/, '').trim().toLowerCase();
}

const digitsOf = (phone: string): string =>
  phone.replace('(0)', '').replaceAll(/\D/g, '').replace(/^0+/, '');
