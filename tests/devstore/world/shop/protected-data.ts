/**
 * Customers' data as an app may see it: without approval nothing of orders and customers, with it each protected
 * field only where that was approved, too.
 * Source: https://shopify.dev/docs/apps/launch/protected-customer-data
 */
import type { AppSpec, ProtectedField } from '../contracts/contract.ts';

export const PROTECTED_FIELDS: readonly ProtectedField[] = ['name', 'email', 'phone', 'address'];

/** Whether an app may see orders and customers at all. */
export const seesCustomers = ({ protectedData }: AppSpec): boolean => protectedData !== 'none';

/** Whether an app may see a protected field. */
export function sees(
  { protectedData = PROTECTED_FIELDS }: AppSpec,
  field: ProtectedField,
): boolean {
  return protectedData !== 'none' && protectedData.includes(field);
}

/** The keys of webhook payloads that hold a protected field, wherever they stand. */
const KEYS: Readonly<Record<string, ProtectedField>> = {
  first_name: 'name',
  last_name: 'name',
  email: 'email',
  contact_email: 'email',
  phone: 'phone',
  billing_address: 'address',
  shipping_address: 'address',
  default_address: 'address',
  destination: 'address',
};

/**
 * A webhook's payload with what the app may not see redacted: "Responses will include only approved fields, and
 * unapproved fields will be redacted". As what is not said; it is null here, as in GraphQL.
 */
export function redacted(app: AppSpec, payload: object): object {
  if (PROTECTED_FIELDS.every((field) => sees(app, field))) return payload;
  const isHidden = (key: string, inAddress: boolean): boolean => {
    const field = KEYS[key] ?? (inAddress && key === 'name' ? 'name' : undefined);
    return field !== undefined && !sees(app, field);
  };
  const redact = (value: unknown, inAddress: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => redact(item, inAddress));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        isHidden(key, inAddress) ? null : redact(inner, KEYS[key] === 'address'),
      ]),
    );
  };
  return redact(payload, false) as object;
}
