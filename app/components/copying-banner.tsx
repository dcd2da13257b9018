import { useRevalidator } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { useEffect } from 'react';

import { SECOND } from '../domain/time.ts';

/**
 * Said until the shop's orders have been copied once: an empty list would otherwise look like the truth. The
 * page fills by itself meanwhile.
 */
export function CopyingBanner() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(revalidate, 3 * SECOND);
    return () => clearTimeout(timer);
  }, [revalidate, state]);

  return (
    <Banner tone="info" title="Your orders are being copied from Shopify">
      Some may be missing here until that is done. It takes a minute or two for most stores.
    </Banner>
  );
}
