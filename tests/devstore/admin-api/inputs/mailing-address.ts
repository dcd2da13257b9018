/** `MailingAddressInput`, as far as an address is kept here. */
import type { Address } from '../../world/model.ts';
import { notSimulated } from '../not-simulated.ts';

export interface AddressInput {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly address1?: string | null;
  readonly city?: string | null;
  readonly zip?: string | null;
  readonly countryCode?: string | null;
  readonly phone?: string | null;
}

const KEPT: ReadonlySet<string> = new Set<keyof AddressInput>([
  ...(['firstName', 'lastName', 'address1', 'city', 'zip', 'countryCode', 'phone'] as const),
]);

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

/** @throws NOT_SIMULATED for a part that is not kept: company, province, second line. */
export function readAddress(input: AddressInput): Address {
  const unread = Object.entries(input).find(([part, value]) => value != null && !KEPT.has(part));
  if (unread !== undefined) throw notSimulated(`MailingAddressInput.${unread[0]}`);
  const countryCode = input.countryCode ?? '';
  return {
    firstName: input.firstName ?? '',
    lastName: input.lastName ?? '',
    address1: input.address1 ?? '',
    city: input.city ?? '',
    zip: input.zip ?? '',
    country: countryCode === '' ? '' : (COUNTRIES.of(countryCode) ?? countryCode),
    countryCode,
    phone: input.phone ?? null,
  };
}
