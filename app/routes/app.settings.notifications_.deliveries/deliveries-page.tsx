import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';

import { SubPage } from '../../components/frame/sub-page.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { TimeAgo } from '../../components/words/date-time.tsx';
import type { DeliveriesView } from '../../contract/notification/notification-view.ts';

const TONES = { sent: 'success', refused: 'critical', retrying: 'attention' } as const;

/** What became of each mail, the latest first. */
export function DeliveriesPage({ deliveries }: DeliveriesView) {
  const { t } = useMessages();
  return (
    <SubPage
      title={t('notifications.deliveries.title')}
      parent={{
        title: t('settings.section.notifications.title'),
        url: '/app/settings/notifications',
      }}
    >
      {deliveries.length === 0 ? (
        <NothingYet
          title={t('notifications.deliveries.none')}
          explanation={t('notifications.deliveries.noneText')}
        />
      ) : (
        <Card>
          <BlockStack gap="300">
            {deliveries.map((delivery) => (
              <BlockStack key={delivery.key} gap="050">
                <InlineStack gap="200" blockAlign="center">
                  <Badge tone={TONES[delivery.status]}>
                    {t(`notifications.deliveries.${delivery.status}`)}
                  </Badge>
                  <Text as="span" fontWeight="medium">
                    {delivery.order === null
                      ? delivery.mail
                      : `${delivery.order} · ${delivery.mail}`}
                  </Text>
                  <Text as="span" tone="subdued">
                    {t(`notifications.deliveries.${delivery.audience}`)} ·{' '}
                    <TimeAgo at={delivery.at} />
                  </Text>
                </InlineStack>
                {delivery.problem !== null && <Text as="p">{delivery.problem}</Text>}
              </BlockStack>
            ))}
          </BlockStack>
        </Card>
      )}
    </SubPage>
  );
}
