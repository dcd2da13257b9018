import { TitleBar } from '@shopify/app-bridge-react';
import { BlockStack, Card, InlineStack, Layout, Link, Page, Text } from '@shopify/polaris';

import { CancellationFacts } from '../../components/cancellation/cancellation-facts.tsx';
import { CancellationHistory } from '../../components/cancellation/history/cancellation-history.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { CancellationBadge } from '../../components/words/status-badges.tsx';
import type { HistoryEntryView } from '../../contract/list/history-view.ts';

/** One cancellation's whole story: what it was, and every step with who did it. */
export function StoryPage({
  orderName,
  orderNumber,
  customerName,
  cancellation,
}: HistoryEntryView) {
  const { t } = useMessages();
  const title = t('historyPage.entry.title', { order: orderName });
  return (
    <Page
      title={title}
      backAction={{ content: t('historyPage.entry.back'), url: '/app/history' }}
      titleMetadata={
        <CancellationBadge statusLabel={cancellation.statusLabel} tone={cancellation.tone} />
      }
    >
      <TitleBar title={title} />
      <Layout>
        <Layout.Section>
          <CancellationHistory history={cancellation.history} />
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="300">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <Text as="h2" variant="headingMd">
                  {t('orderNamed', { order: orderName })}
                </Text>
                <Link url={`/app/orders/${orderNumber}`}>{t('historyPage.entry.order')}</Link>
              </InlineStack>
              {customerName !== null && (
                <Text as="p">
                  {t('historyPage.entry.customer')}: {customerName}
                </Text>
              )}
              <CancellationFacts view={cancellation} />
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
