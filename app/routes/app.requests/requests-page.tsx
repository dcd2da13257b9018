import { BlockStack, Box, Card, InlineStack, Link, Text } from '@shopify/polaris';

import { AnswerRequest } from '../../components/cancellation/answer-request.tsx';
import { AttentionCard } from '../../components/cancellation/attention-card.tsx';
import { TimeAgo } from '../../components/list/date-time.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { EMPTY_PAUSE_MS, useFreshList } from '../../components/list/use-fresh-list.ts';
import type {
  RequestsView,
  WaitingCancellation,
} from '../../presentation/list/cancellation-list-view.ts';

/** Everything that waits for a person, oldest decisions in sight: requests to answer, cancellations to lead on. */
export function RequestsPage({ forbidden, inReview, needAttention }: RequestsView) {
  const isEmpty = inReview.length + needAttention.length === 0;
  useFreshList(isEmpty ? EMPTY_PAUSE_MS : null);
  return (
    <TitledPage title="Requests">
      <BlockStack gap="600">
        {isEmpty && (
          <NothingYet
            title="Nothing needs your attention"
            explanation="Requests that need your response appear here, and cancellations that cannot continue without you."
          />
        )}
        <Section title="Needs attention" items={needAttention} forbidden={forbidden} />
        <Section title="Requests to answer" items={inReview} forbidden={forbidden} />
      </BlockStack>
    </TitledPage>
  );
}

interface SectionProps {
  readonly title: string;
  readonly items: readonly WaitingCancellation[];
  readonly forbidden: string | null;
}

function Section({ title, items, forbidden }: SectionProps) {
  if (items.length === 0) return null;
  return (
    <BlockStack gap="300">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Text as="h2" variant="headingMd">{`${title} (${items.length})`}</Text>
      </Box>
      {items.map((waiting) => (
        <Waiting key={waiting.cancellation.id} {...waiting} forbidden={forbidden} />
      ))}
    </BlockStack>
  );
}

function Waiting({
  orderNumber,
  orderName,
  cancellation,
  forbidden,
}: WaitingCancellation & Pick<SectionProps, 'forbidden'>) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center" align="start">
            <Text as="h3" variant="headingSm">
              <Link url={`/app/orders/${orderNumber}`}>{orderName}</Link>
            </Text>
            <Text as="span" tone="subdued">
              {cancellation.requestedBy}, <TimeAgo at={cancellation.requestedAt} />
            </Text>
          </InlineStack>
          <Text as="span" fontWeight="semibold" numeric>
            {cancellation.amount}
          </Text>
        </InlineStack>
        {cancellation.scope === 'lines' && (
          <Text as="p">
            {cancellation.lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ')}
          </Text>
        )}
        {cancellation.reason && <Text as="p">{cancellation.reason}</Text>}
        {cancellation.customerComment && (
          <Text as="p" tone="subdued" breakWord>
            {`“${cancellation.customerComment}”`}
          </Text>
        )}
        {cancellation.attention && (
          <AttentionCard
            cancellationId={cancellation.id}
            attention={cancellation.attention}
            forbidden={forbidden}
          />
        )}
        {cancellation.awaitsAnswer && (
          <AnswerRequest orderName={orderName} cancellation={cancellation} forbidden={forbidden} />
        )}
      </BlockStack>
    </Card>
  );
}
