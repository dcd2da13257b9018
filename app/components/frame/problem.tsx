import { useRouteError } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Page } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import { FailureDetails } from './failure-details.tsx';
import { failureOf } from './failure-of.ts';

/** The error page of the app's routes: what happened, what to do, and the words by which support finds it. */
export function Problem() {
  const messages = useMessages();
  const { t } = messages;
  const failure = failureOf(useRouteError(), messages);
  return (
    <Page narrowWidth>
      <Banner tone="critical" title={failure.message}>
        <BlockStack gap="300">
          <FailureDetails {...failure} />
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
