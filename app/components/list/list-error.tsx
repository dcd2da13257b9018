import { useRevalidator, useRouteError } from '@remix-run/react';
import { Banner, BlockStack } from '@shopify/polaris';

import { FailureDetails } from '../frame/failure-details.tsx';
import { failureOf } from '../frame/failure-of.ts';
import { useMessages } from '../messages/messages.tsx';

/**
 * In place of a list whose loader failed: what happened and what to do, and the way to read it again. The page
 * around it stays.
 */
export function ListError({ resources }: { readonly resources: string }) {
  const messages = useMessages();
  const { t } = messages;
  const failure = failureOf(useRouteError(), messages);
  const { revalidate, state } = useRevalidator();
  return (
    <Banner
      tone="critical"
      title={t('list.failed', { resources })}
      action={{ content: t('list.again'), loading: state === 'loading', onAction: revalidate }}
    >
      <BlockStack gap="200">
        <FailureDetails {...failure} />
      </BlockStack>
    </Banner>
  );
}
