import { Badge, Banner, BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';

import { SubPage } from '../../components/frame/sub-page.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import type { PlanView } from '../../contract/shop/settings-view.ts';

/** What the shop pays for Unorder, as Shopify says. */
export function PlanPage({
  unread,
  shopPlan,
  isDevelopmentStore,
  subscriptions,
  choosePlanUrl,
}: PlanView) {
  const { t, rich } = useMessages();
  return (
    <SubPage
      title={t('settings.section.plan.title')}
      parent={{ title: t('settings.title'), url: '/app/settings' }}
    >
      {unread !== null ? (
        <Banner tone="critical" title={t('settings.plan.unread')}>
          <Text as="p">{unread}</Text>
        </Banner>
      ) : (
        <BlockStack gap="400">
          {subscriptions.length === 0 && (
            <Card>
              <BlockStack gap="200">
                <Text as="h2" variant="headingSm">
                  {t('settings.plan.free.title')}
                </Text>
                <Text as="p">{t('settings.plan.free.text')}</Text>
              </BlockStack>
            </Card>
          )}
          {subscriptions.map((each, index) => (
            <Card key={index}>
              <BlockStack gap="200">
                <InlineStack align="space-between" blockAlign="center" gap="200">
                  <Text as="h2" variant="headingSm">
                    {each.name}
                  </Text>
                  <InlineStack gap="100">
                    {each.isTest && <Badge tone="info">{t('settings.plan.test')}</Badge>}
                    <Badge tone={each.isActive ? 'success' : 'attention'}>{each.status}</Badge>
                  </InlineStack>
                </InlineStack>
                {each.trialEndsAt !== null && (
                  <Text as="p">
                    {rich('settings.plan.trial', { date: <DateTime at={each.trialEndsAt} /> })}
                  </Text>
                )}
                {each.periodEndsAt !== null && (
                  <Text as="p">
                    {rich('settings.plan.period', { date: <DateTime at={each.periodEndsAt} /> })}
                  </Text>
                )}
              </BlockStack>
            </Card>
          ))}
          <Box paddingInline={{ xs: '400', sm: '0' }}>
            <BlockStack gap="400" inlineAlign="start">
              {choosePlanUrl !== null && (
                <Button url={choosePlanUrl} target="_top">
                  {t('settings.plan.choose')}
                </Button>
              )}
              {shopPlan !== null && (
                <Text as="p" tone="subdued">
                  {isDevelopmentStore
                    ? t('settings.plan.developmentStore')
                    : t('settings.plan.store', { plan: shopPlan })}
                </Text>
              )}
            </BlockStack>
          </Box>
        </BlockStack>
      )}
    </SubPage>
  );
}
