import { Transform } from 'node:stream';

/**
 * The app addresses Shopify by name. What a name leads to is DNS's business, so the tunnel, and not
 * the app, decides that those names lead to the devstore. It rewrites exactly these two.
 */

/** Replace every `from` by `to`. Both are ASCII, and no `to` contains a `from`. */
export interface Rewrite {
  from: string;
  to: string;
}

/** The rewrites for a devstore whose platform listener is at `platformOrigin`. */
export function tunnelRewrites(platformOrigin: string): readonly Rewrite[] {
  return [
    {
      from: 'https://cdn.shopify.com/shopifycloud/app-bridge.js',
      to: `${platformOrigin}/app-bridge.js`,
    },
    { from: 'https://admin.shopify.com', to: platformOrigin },
  ];
}

/** `text` with every rewrite applied. */
export function rewriteText(text: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce((result, { from, to }) => result.replaceAll(from, to), text);
}

/**
 * A stream that applies the rewrites to the bytes passing through it, also where an address lies
 * across two chunks. It holds back at most the length of the longest address.
 */
export function rewritingStream(rewrites: readonly Rewrite[]): Transform {
  const holdBack = Math.max(0, ...rewrites.map(({ from }) => from.length - 1));
  let pending = '';
  return new Transform({
    // Latin-1 maps every byte to one character and back, so UTF-8 sequences survive being cut.
    transform(chunk: Buffer, _encoding, done) {
      pending = rewriteText(pending + chunk.toString('latin1'), rewrites);
      const ready = Math.max(0, pending.length - holdBack);
      const out = pending.slice(0, ready);
      pending = pending.slice(ready);
      done(null, Buffer.from(out, 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(pending, 'latin1'));
    },
  });
}
