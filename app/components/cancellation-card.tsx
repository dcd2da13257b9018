import {
  Banner,
  BlockStack,
  Card,
  DescriptionList,
  Divider,
  InlineStack,
  Text,
} from '@shopify/polaris';

import type { StaffCancellationView } from '../presentation/staff-view.ts';
import { AnswerRequest } from './answer-request.tsx';
import { AttentionCard } from './attention-card.tsx';
import { CancellationSteps } from './cancellation-steps.tsx';
import { DateTime } from './date-time.tsx';
import { isMoving } from './progress-pace.ts';
import { CancellationBadge } from './status-badges.tsx';

interface Props {
  readonly orderName: string;
  readonly view: StaffCancellationView;
  /** What is shown may be older than what is true. */
  readonly stale: boolean;
}

/** Everything about an order's cancellation: who wanted it and why, where it stands, what it waits for. */
export function CancellationCard({ orderName, view, stale }: Props) {
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Cancellation
          </Text>
          <CancellationBadge statusLabel={view.statusLabel} tone={view.tone} />
        </InlineStack>
        {stale && (
          <Banner tone="info">
            The connection was lost. The cancellation goes on by itself; this page catches up as
            soon as it can.
          </Banner>
        )}
        {view.attention && <AttentionCard cancellationId={view.id} attention={view.attention} />}
        {view.awaitsAnswer && <AnswerRequest orderName={orderName} cancellation={view} />}
        <CancellationSteps steps={view.steps} moving={isMoving(view)} />
        <Divider />
        <DescriptionList gap="tight" items={factsOf(view)} />
      </BlockStack>
    </Card>
  );
}

const TELLERS: Readonly<Record<StaffCancellationView['teller'], string>> = {
  unorder: 'By mail from this app',
  shopify: 'By Shopify’s own mail',
  nobody: 'Not told',
};

function factsOf(view: StaffCancellationView) {
  return [
    {
      term: 'Requested',
      description: (
        <>
          {view.requestedBy}, <DateTime at={view.requestedAt} />
        </>
      ),
    },
    ...optional('Reason', view.reason),
    ...optional('Customer’s comment', view.customerComment),
    { term: 'Refund', description: view.amount },
    { term: 'Restock', description: view.restock ? 'Yes' : 'No' },
    { term: 'Customer is told', description: TELLERS[view.teller] },
    ...optional('Internal note', view.internalNote),
  ];
}

const optional = (term: string, description: string | null) =>
  description === null || description === '' ? [] : [{ term, description }];
