import { useRevalidator } from '@remix-run/react';
import { BlockStack, Button, Card, Icon, InlineStack, Text } from '@shopify/polaris';
import { CheckCircleIcon, ClockIcon } from '@shopify/polaris-icons';

import { useSending } from '../../components/form/use-sending.ts';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { type SetupView, setupNoted } from '../../contract/list/figures-view.ts';
import { usePlacedExtensions } from './use-placed-extensions.ts';

type Step = SetupView['steps'][number];

/** Where each step is done; those that the shop's own editor opens have none. */
const URLS: Readonly<Record<Step['key'], string>> = {
  policy: '/app/policy',
  page: 'shopify://admin/settings/checkout/editor?page=order-status',
  block: 'shopify://admin/themes/current/editor',
  mail: '/app/settings/notifications',
  test: '/app/orders',
};

/** What a new shop has to do before its customers can cancel; it can be put away. */
export function SetupGuide({ setup }: { readonly setup: SetupView }) {
  const messages = useMessages();
  const { t } = messages;
  const { revalidate } = useRevalidator();
  const { refusals, send } = useSending();
  const note = async (what: 'policy_read' | 'block_seen' | 'page_seen' | 'dismissed') => {
    const sent = await send(setupNoted, '/api/staff/setup', { note: what });
    if (sent.ok) revalidate();
  };
  usePlacedExtensions(setup, (what) => void note(what));
  const done = setup.steps.filter((step) => step.done).length;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <BlockStack gap="050">
            <Text as="h2" variant="headingMd">
              {t('setup.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t('setup.progress', { done, all: setup.steps.length })}
            </Text>
          </BlockStack>
          <Button variant="plain" onClick={() => void note('dismissed')}>
            {t('setup.dismiss')}
          </Button>
        </InlineStack>
        <RefusalBanner refusals={refusals} />
        {setup.steps.map(({ key, done: isDone }) => (
          <InlineStack key={key} gap="300" blockAlign="start" wrap={false}>
            <span>
              <Icon
                source={isDone ? CheckCircleIcon : ClockIcon}
                tone={isDone ? 'success' : 'subdued'}
                accessibilityLabel={t(isDone ? 'setup.done' : 'setup.todo')}
              />
            </span>
            <BlockStack gap="100">
              <Text as="h3" variant="headingSm">
                {t(`setup.step.${key}.title`)}
              </Text>
              {!isDone && <Text as="p">{t(`setup.step.${key}.text`)}</Text>}
              {!isDone && (
                <InlineStack gap="200">
                  <Button
                    url={URLS[key]}
                    {...(URLS[key].startsWith('shopify:') ? { target: '_top' as const } : {})}
                    onClick={() => {
                      if (key === 'policy') void note('policy_read');
                    }}
                  >
                    {t(`setup.step.${key}.action`)}
                  </Button>
                </InlineStack>
              )}
            </BlockStack>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
