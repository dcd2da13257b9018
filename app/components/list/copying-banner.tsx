import { Banner } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import { EMPTY_PAUSE_MS, useFreshList } from './use-fresh-list.ts';

/**
 * Said until the shop's orders have been copied once: an empty list would otherwise look like the truth. The
 * page fills by itself meanwhile.
 */
export function CopyingBanner() {
  const { t } = useMessages();
  useFreshList(EMPTY_PAUSE_MS);
  return (
    <Banner tone="info" title={t('list.copying.title')}>
      {t('list.copying.text')}
    </Banner>
  );
}
