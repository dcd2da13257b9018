import { isIP } from 'node:net';

/**
 * The network that a visitor of the storefront comes from: an IPv4 address, or the 64 bits of an IPv6 address
 * that belong to one household. Everything before the entry that Shopify made was written by the visitor and is
 * not believed; everything after it was added by the app's own proxies, one entry each.
 *
 * @param forwardedFor the `X-Forwarded-For` header
 * @param trustedProxies how many proxies stand between Shopify and the app
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function visitorNetwork(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  // Fewer than there should be: there are fewer proxies than was said.
  const entry = entries[Math.max(0, entries.length - 1 - trustedProxies)] ?? '';
  return networkOf(entry) ?? 'unknown';
}

function networkOf(entry: string): string | null {
  const address =
    /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([^:]*):\d+$/, '$1');
  switch (isIP(address)) {
    case 4:
      return address;
    case 6: {
      const groups = groupsOf(address);
      return mappedAddress(groups) ?? groups.slice(0, 4).join(':');
    }
    default:
      return null;
  }
}

/**
 * The IPv4 address in an IPv6 one, however it was written; null for all others. As networks they would be one for
 * the whole Internet of old.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2
 */
function mappedAddress(groups: readonly string[]): string | null {
  const [high = '', low = ''] = groups.slice(6);
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return null;
  return [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((pair) => [pair >> 8, pair & 255])
    .join('.');
}

/** The eight groups of an IPv6 address, however it was shortened. */
function groupsOf(address: string): readonly string[] {
  const [front = '', back = ''] = address.toLowerCase().split('%')[0]?.split('::', 2) ?? [];
  const parts = (text: string): string[] =>
    text === ''
      ? []
      : text.split(':').flatMap((part) => (part.includes('.') ? inHex(part) : [part]));
  const [first, last] = [parts(front), parts(back)];
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...zeros, ...last].map((group) => group.replace(/^0+(?=.)/, ''));
}

/** The last two groups where they are written as an IPv4 address. */
function inHex(dotted: string): readonly string[] {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
  return [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16));
}
