import { Banner, BlockStack, Card, Divider, InlineStack, Text } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { AnswerRequest } from './answer-request.tsx';
import { AttentionCard } from './attention-card.tsx';
import { CancellationFacts } from './cancellation-facts.tsx';
import { CancellationSteps } from './history/cancellation-steps.tsx';
import { isMoving } from './history/progress-pace.ts';
import { CancellationBadge } from '../words/status-badges.tsx';

interface Props {
  readonly orderName: string;
  readonly view: StaffCancellationView;
  /** What is shown may be older than what is true. */
  readonly stale: boolean;
  /** Why this staff member may not decide anything; null when they may. */
  readonly forbidden: string | null;
}

/** Everything about an order's cancellation: who wanted it and why, where it stands, what it waits for. */
export function CancellationCard({ orderName, view, stale, forbidden }: Props) {
  const { t } = useMessages();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t(`cancellation.title.${view.isOutside ? 'outside' : view.scope}`)}
          </Text>
          <CancellationBadge statusLabel={view.statusLabel} tone={view.tone} />
        </InlineStack>
        {stale && <Banner tone="info">{t('cancellation.connectionLost')}</Banner>}
        {view.isOutside && (
          <Text as="p" tone="subdued">
            {t('cancellation.outside')}
          </Text>
        )}
        {view.attention && (
          <AttentionCard
            cancellationId={view.id}
            attention={view.attention}
            forbidden={forbidden}
          />
        )}
        {view.standstill && !stale && <Banner tone="info">{view.standstill}</Banner>}
        {view.mailError && !view.attention && (
          <Banner tone="warning" title={view.mailError.title}>
            {view.mailError.text}
          </Banner>
        )}
        {view.awaitsAnswer && (
          <AnswerRequest orderName={orderName} cancellation={view} forbidden={forbidden} />
        )}
        <CancellationSteps steps={view.steps} moving={isMoving(view)} />
        <Divider />
        <CancellationFacts view={view} />
      </BlockStack>
    </Card>
  );
}
