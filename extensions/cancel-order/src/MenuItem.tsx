import '@shopify/ui-extensions/preact';
import { render } from 'preact';

import { shopperApi } from './asking/shopper-api.ts';
import { menuLabel } from './words.ts';

/**
 * **Cancel order** in the order's menu, there only when the app offers it. Without an `href` the button
 * opens this extension's window; a target that renders nothing shows nothing.
 * https://shopify.dev/docs/api/customer-account-ui-extensions/latest/targets/order-actions
 */
export default async function menuItem(): Promise<void> {
  const answer = await shopperApi({
    orderId: shopify.orderId,
    language: shopify.localization.language.value.isoCode,
    sessionToken: shopify.sessionToken,
  }).read();
  // An app that cannot be reached offers nothing; the order page's block says so.
  if (answer.kind !== 'view' || !answer.view.offer.available) return;
  const label = shopify.i18n.translate(menuLabel(answer.view.offer));
  render(<s-button tone="critical">{label}</s-button>, document.body);
}
