import { BlockStack, Card, Text } from '@shopify/polaris';

import { SubPage } from '../../components/frame/sub-page.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { NotificationsView } from '../../contract/shop/settings-view.ts';

/** Who writes to customers and to the shop. */
export function NotificationsPage({
  mailsFrom,
  isAnybodyTold,
  requestsTo,
  isShopsAddress,
}: NotificationsView) {
  const { t } = useMessages();
  const told =
    requestsTo === null
      ? t('settings.support.unread')
      : t('settings.notifications.to', { address: requestsTo });
  return (
    <SubPage
      title={t('settings.section.notifications.title')}
      parent={{ title: t('settings.title'), url: '/app/settings' }}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingSm">
              {t('settings.notifications.customers')}
            </Text>
            <Text as="p">
              {mailsFrom === null
                ? t('settings.notifications.byShopify')
                : t('settings.notifications.byUnorder', { address: mailsFrom })}
            </Text>
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingSm">
              {t('settings.notifications.requests')}
            </Text>
            <Text as="p">{isAnybodyTold ? told : t('settings.notifications.nobody')}</Text>
            {isShopsAddress && (
              <Text as="p" tone="subdued">
                {t('settings.notifications.shopsAddress')}
              </Text>
            )}
          </BlockStack>
        </Card>
      </BlockStack>
    </SubPage>
  );
}
