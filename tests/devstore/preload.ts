import { reroutedFetch } from './http/app/rerouted-fetch.ts';

/**
 * Decides, before the app loads its first module, where the network's names lead:
 * `DEVSTORE_URL=http://127.0.0.1:… node --import devstore/preload app.js`.
 * The app keeps asking for `https://{store}.myshopify.com` and never learns that it was answered
 * by the devstore.
 */
const devstoreUrl = process.env['DEVSTORE_URL'];
if (!devstoreUrl) {
  throw new Error('devstore/preload needs DEVSTORE_URL, the platform listener’s address.');
}
globalThis.fetch = reroutedFetch(devstoreUrl, globalThis.fetch);
