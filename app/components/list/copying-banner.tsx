import { Banner } from '@shopify/polaris';

import { EMPTY_PAUSE_MS, useFreshList } from './use-fresh-list.ts';

/**
 * Said until the shop's orders have been copied once: an empty list would otherwise look like the truth. The
 * page fills by itself meanwhile.
 */
export function CopyingBanner() {
  useFreshList(EMPTY_PAUSE_MS);
  return (
    <Banner tone="info" title="Your orders are being copied from Shopify">
      Some may be missing here until that is done. It takes a minute or two for most stores.
    </Banner>
  );
}
