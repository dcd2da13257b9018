/** What of an answer is the same in every shop: no ids, instants, names, currencies and levels of stock. */

const GID = /^gid:\/\/shopify\/(\w+)\/.+$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
/** Under this key counts are relative: a shop's stock is its own. */
const RELATIVE = 'available';

/**
 * The same without what differs from shop to shop.
 *
 * @param first the first answer of its kind, against which stock is counted
 */
export function normalized(value: unknown, first: unknown = value, isRelative = false): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      normalized(item, Array.isArray(first) ? (first as unknown[])[index] : undefined, isRelative),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        key === 'currencyCode'
          ? '<currency>'
          : normalized(item, inside(first, key), isRelative || key === RELATIVE),
      ]),
    );
  }
  if (typeof value === 'number' && isRelative)
    return value - (typeof first === 'number' ? first : 0);
  if (typeof value !== 'string') return value;
  if (INSTANT.test(value)) return '<time>';
  return value.replace(GID, '<$1>').replaceAll(/#\d+/g, '<order>');
}

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** The value at a path such as `order.lineItems.nodes.0.id`; undefined where there is none. */
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => inside(found, key), value);
