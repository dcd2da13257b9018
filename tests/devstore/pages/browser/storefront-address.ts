/** The shop's public address, and where it leads on this machine. */
export interface StorefrontPlace {
  publicAddress: string;
  origin: string;
}

/** Where an address leads: those of the shop to its storefront here, every other one to itself. */
export function atStorefront(url: string, { publicAddress, origin }: StorefrontPlace): string {
  const rest = url.slice(publicAddress.length);
  return url.startsWith(publicAddress) && /^([/?#]|$)/.test(rest) ? origin + rest : url;
}
