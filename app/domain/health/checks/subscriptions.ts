import { check } from '../check.ts';
import { finding } from '../finding.ts';

/** Those made by API come on top of those of shopify.app.toml, and no deploy takes them away. */
export const subscriptions = check('subscriptions', (own) => [
  own.length === 0
    ? finding('ok', 'subscriptions_none')
    : finding('attention', 'subscriptions_own', {
        topics: own.map(({ topic, uri }) => `${topic} → ${uri}`),
      }),
]);
