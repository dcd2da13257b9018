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
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  switch (isIP(mapped)) {
    case 4:
      return mapped;
    case 6:
      return groupsOf(mapped).slice(0, 4).join(':');
    default:
      return null;
  }
}

/** The eight groups of an IPv6 address, however it was shortened. */
function groupsOf(address: string): readonly string[] {
  const [front = '', back = ''] = address.toLowerCase().split('%')[0]?.split('::', 2) ?? [];
  const parts = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [first, last] = [parts(front), parts(back)];
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...zeros, ...last].map((group) => group.replace(/^0+(?=.)/, ''));
}
