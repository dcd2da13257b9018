import {
  Badge,
  type BadgeProps,
  Banner,
  BlockStack,
  Box,
  Card,
  InlineStack,
  SkeletonBodyText,
  Text,
} from '@shopify/polaris';

import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { SubPage } from '../../components/frame/sub-page.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import type {
  CheckView,
  FindingView,
  HealthPageView,
  HealthState,
  HealthView,
} from '../../contract/shop/health-view.ts';
import { worstFirst } from '../../domain/health/finding.ts';
import { CheckDetails } from './check-details.tsx';
import { useHealth } from './use-health.ts';

const TONES: Readonly<Record<HealthState, NonNullable<BadgeProps['tone']>>> = {
  ok: 'success',
  attention: 'attention',
  broken: 'critical',
  unknown: 'info',
};
const BANNERS = {
  ok: 'success',
  unknown: 'info',
  attention: 'warning',
  broken: 'critical',
} as const;

/** How everything around the app stands in this shop, what each finding means and what to do. */
export function HealthPage({ forbidden }: HealthPageView) {
  const { t } = useMessages();
  const { view, busy, refusals, lookAgain } = useHealth(forbidden === null);
  return (
    <SubPage
      title={t('health.title')}
      parent={{ title: t('settings.title'), url: '/app/settings' }}
      {...(forbidden === null && {
        primaryAction: { content: t('health.runAgain'), loading: busy, onAction: lookAgain },
      })}
    >
      {forbidden !== null ? (
        <Banner tone="warning" title={t('health.forbidden')}>
          <Text as="p">{forbidden}</Text>
        </Banner>
      ) : (
        <BlockStack gap="400">
          <RefusalBanner refusals={refusals} />
          {view ? <Found {...view} /> : busy && <Looking />}
        </BlockStack>
      )}
    </SubPage>
  );
}

function Found({ state, lookedAt, checks }: HealthView) {
  const { t, rich } = useMessages();
  return (
    <>
      <Banner tone={BANNERS[state]} title={t(`health.summary.${state}`)}>
        <Text as="p">
          {rich('health.lookedAt', { date: <DateTime at={lookedAt} /> })}. {t('health.intro')}
        </Text>
      </Banner>
      {worstFirst(checks).map((check) => (
        <CheckCard key={check.name} {...check} />
      ))}
    </>
  );
}

function Looking() {
  const { t } = useMessages();
  return (
    <>
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Text as="p" tone="subdued">
          <span role="status">{t('health.running')}</span>
        </Text>
      </Box>
      {[3, 2, 2].map((lines, index) => (
        <Card key={index}>
          <SkeletonBodyText lines={lines} />
        </Card>
      ))}
    </>
  );
}

function CheckCard({ title, state, findings, topics, costs }: CheckView) {
  const { t } = useMessages();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
          <Text as="h2" variant="headingSm">
            {title}
          </Text>
          <Badge tone={TONES[state]}>{t(`health.state.${state}`)}</Badge>
        </InlineStack>
        {findings.map((found, index) => (
          <FindingWords key={index} {...found} />
        ))}
        <CheckDetails topics={topics} costs={costs} />
      </BlockStack>
    </Card>
  );
}

function FindingWords({ means, todo }: FindingView) {
  const { t } = useMessages();
  return (
    <BlockStack gap="100">
      <Text as="p" breakWord>
        {means}
      </Text>
      {todo !== null && (
        <Text as="p" tone="subdued" breakWord>
          {t('health.todo', { todo })}
        </Text>
      )}
    </BlockStack>
  );
}
