import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Page, Text } from '@shopify/polaris';

import type { FailureData } from '../../http/server/failure.ts';

const UNEXPECTED: FailureData = {
  message: 'This page could not be shown.',
  nextStep:
    'Nothing was changed. Reload the page. If this remains, contact the support of Unorder.',
  correlationId: null,
};

/** The error page of the app's routes: what happened, what to do, and the words by which support finds it. */
export function Problem() {
  const { message, nextStep, correlationId } = failureOf(useRouteError());
  return (
    <Page narrowWidth>
      <Banner tone="critical" title={message}>
        <BlockStack gap="300">
          <Text as="p">{nextStep}</Text>
          {correlationId && (
            <Text as="p" variant="bodySm">
              Reference for support: <code>{correlationId}</code>
            </Text>
          )}
          <InlineStack gap="200">
            <Button onClick={() => window.location.reload()}>Load again</Button>
            <Button url="/app/orders" variant="plain">
              All orders
            </Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </Page>
  );
}

function failureOf(error: unknown): FailureData {
  if (!isRouteErrorResponse(error)) return UNEXPECTED;
  const data: unknown = error.data;
  return isFailureData(data)
    ? data
    : error.status === 404
      ? { ...UNEXPECTED, message: 'There is no such page.', nextStep: 'Go back to the orders.' }
      : UNEXPECTED;
}

function isFailureData(data: unknown): data is FailureData {
  return typeof data === 'object' && data !== null && 'message' in data && 'nextStep' in data;
}
