/** Global ids: `gid://shopify/Order/123`. */
export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The numeric id of a gid of that type; null for anything else. */
export function idOf(type: string, value: string): number | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/.exec(value);
  return match !== null && match[1] === type ? Number(match[2]) : null;
}

export function typeOfGid(value: string): string | null {
  return /^gid:\/\/shopify\/([A-Za-z]+)\/[^/]+$/.exec(value)?.[1] ?? null;
}
