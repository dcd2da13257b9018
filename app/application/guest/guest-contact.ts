import type { OrderContact } from './ports.ts';

/** Country codes are one to three digits long: https://www.itu.int/rec/T-REC-E.164 */
const COUNTRY_CODE_LENGTHS = [0, 1, 2, 3];
const FEWEST_DIGITS = 6;

/**
 * An e-mail address or phone number in one form, however it was typed: case, width and what nobody sees do not
 * count, a domain in letters is the same as in punycode, and of a number neither punctuation nor its leading
 * zeros or plus. Good for comparing, not for writing to.
 */
export function normalContact(typed: string): string {
  const text = visible(typed).toLowerCase();
  const at = text.lastIndexOf('@');
  return at === -1 ? digitsOf(text) : `${text.slice(0, at)}@${asciiDomain(text.slice(at + 1))}`;
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
  return visible(typed).replace(/^#/, '').trim().toLowerCase();
}

/** Without what nobody sees: spaces around, and the marks that come along when people copy. */
const visible = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();

/** A domain as the mail system writes it, "xn--mller-kva.example" for "müller.example"; as it is when it is none. */
const asciiDomain = (domain: string): string =>
  /^[^\s/:?#@\\[\]%]+$/.test(domain) && URL.canParse(`http://${domain}`)
    ? new URL(`http://${domain}`).hostname
    : domain;

const digitsOf = (phone: string): string =>
  phone.replace('(0)', '').replaceAll(/\D/g, '').replace(/^0+/, '');
