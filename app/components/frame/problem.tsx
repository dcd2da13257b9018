import { useRouteError } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Page, Text } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import { failureOf } from './failure-of.ts';

/** The error page of the app's routes: what happened, what to do, and the words by which support finds it. */
export function Problem() {
  const messages = useMessages();
  const { t } = messages;
  const { message, nextStep, correlationId } = failureOf(useRouteError(), messages);
  return (
    <Page narrowWidth>
      <Banner tone="critical" title={message}>
        <BlockStack gap="300">
          <Text as="p">{nextStep}</Text>
          {correlationId && (
            <Text as="p" variant="bodySm">
              {t('problem.reference')} <code>{correlationId}</code>
            </Text>
          )}
          <InlineStack gap="200">
            <Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>
            <Button url="/app/orders" variant="plain">
              {t('problem.allOrders')}
            </Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </Page>
  );
}
