/** What App Bridge knows about where it runs. */
export interface BridgeConfig {
  apiKey: string;
  shop: string;
  host: string;
  locale: string;
  disabledFeatures: string[];
}

/** Parameters the admin adds to the app's address; the app's own addresses never carry them. */
const EMBEDDING_PARAMETERS = [
  'embedded',
  'hmac',
  'host',
  'id_token',
  'locale',
  'session',
  'shop',
  'timestamp',
] as const;

const KEPT = ['shop', 'host', 'locale'] as const;

/**
 * Reads the configuration: the client id from `data-api-key` or the `shopify-api-key` meta tag
 * (https://shopify.dev/docs/api/app-home), the rest from the address the admin opened, remembered
 * for the later documents of the same frame.
 */
export function readConfig(script: HTMLScriptElement | null): BridgeConfig {
  const meta = (name: string): string =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  const query = new URLSearchParams(location.search);
  const kept = { shop: '', host: '', locale: '' };
  for (const name of KEPT) {
    const key = `devstore-app-bridge:${name}`;
    const given = query.get(name);
    if (given !== null) sessionStorage.setItem(key, given);
    kept[name] = given ?? sessionStorage.getItem(key) ?? '';
  }
  return {
    apiKey: script?.dataset['apiKey'] ?? meta('shopify-api-key'),
    shop: kept.shop,
    host: kept.host,
    locale: kept.locale || 'en-US',
    disabledFeatures: meta('shopify-disabled-features')
      .split(/[\s,]+/)
      .filter(Boolean),
  };
}

/** The page's path in the app, without what the admin added. */
export function appPath(url: URL | Location = location): string {
  const query = new URLSearchParams(url.search);
  for (const name of EMBEDDING_PARAMETERS) query.delete(name);
  const rest = query.toString();
  return url.pathname + (rest === '' ? '' : `?${rest}`) + url.hash;
}
