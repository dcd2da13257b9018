import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { orderMark, useOrderMark } from './asking/order-mark.ts';
import { shopperApi } from './asking/shopper-api.ts';
import type { Offer } from './entry.ts';
import { menuLabel } from './words.ts';

/**
 * **Cancel order** in the order's menu, there only when the app offers it. Without an `href` the button
 * opens this extension's window; a target that renders nothing shows nothing.
 * https://shopify.dev/docs/api/customer-account-ui-extensions/latest/targets/order-actions
 */
export default function menuItem(): void {
  render(<MenuItem orderId={shopify.orderId} />, document.body);
}

/** One runs for each order on the list: it asks the app once, and again only when the order was changed here. */
function MenuItem({ orderId }: { orderId: string }) {
  const language = shopify.localization.language.value.isoCode;
  const api = useMemo(
    () => shopperApi({ orderId, language, sessionToken: shopify.sessionToken }),
    [orderId, language],
  );
  const mark = useMemo(() => orderMark(orderId, shopify.storage), [orderId]);
  const [offer, setOffer] = useState<Offer | null>(null);
  const begunRef = useRef(0);
  const read = useCallback(() => {
    const number = (begunRef.current += 1);
    void api.read().then((answer) => {
      if (number !== begunRef.current) return;
      // An app that cannot be reached offers nothing; the order page's block says so.
      setOffer(answer.kind === 'view' && answer.view.offer.available ? answer.view.offer : null);
    });
  }, [api]);
  useEffect(read, [read]);
  useOrderMark(mark, read);
  return offer && <s-button tone="critical">{shopify.i18n.translate(menuLabel(offer))}</s-button>;
}
