import { BlockStack, Box, Card, InlineStack, Link, Text } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import { listed } from '../../presentation/text/listed.ts';
import { AnswerRequest } from '../../components/cancellation/answer-request.tsx';
import { AttentionCard } from '../../components/cancellation/attention-card.tsx';
import { TimeAgo } from '../../components/words/date-time.tsx';
import { ListPager } from '../../components/list/list-pager.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { EMPTY_PAUSE_MS, useFreshList } from '../../components/list/use-fresh-list.ts';
import type {
  RequestsView,
  WaitingCancellation,
} from '../../contract/list/cancellation-list-view.ts';
import { REQUEST_LIST } from '../../application/cancellation/request-search.ts';

/** Everything that waits for a person: cancellations to lead on, then requests to answer. */
export function RequestsPage(requests: RequestsView) {
  const { t } = useMessages();
  const { forbidden, inReview, needAttention, query, previous, next } = requests;
  const isWhole = previous === null && next === null;
  /** Counted only where all of them are in sight. */
  const titled = (
    what: 'needAttention' | 'toAnswer',
    { length: count }: readonly unknown[],
  ): string => (isWhole ? t(`requests.${what}Counted`, { count }) : t(`requests.${what}`));
  const isEmpty = inReview.length + needAttention.length === 0;
  useFreshList(isEmpty ? EMPTY_PAUSE_MS : null);
  return (
    <TitledPage title={t('requests.title')}>
      <BlockStack gap="600">
        {isEmpty && (
          <NothingYet title={t('requests.none.title')} explanation={t('requests.none.text')} />
        )}
        <Section
          title={titled('needAttention', needAttention)}
          {...{ forbidden }}
          items={needAttention}
        />
        <Section title={titled('toAnswer', inReview)} {...{ forbidden }} items={inReview} />
        <ListPager spec={REQUEST_LIST} query={query} paging={requests} />
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
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
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
  const { t, rich, locale } = useMessages();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center" align="start">
            <Text as="h3" variant="headingSm">
              <Link url={`/app/orders/${orderNumber}`}>{orderName}</Link>
            </Text>
            <Text as="span" tone="subdued">
              {rich('cancellation.facts.byAt', {
                who: cancellation.requestedBy,
                when: <TimeAgo at={cancellation.requestedAt} />,
              })}
            </Text>
          </InlineStack>
          <Text as="span" fontWeight="semibold" numeric>
            {cancellation.amount}
          </Text>
        </InlineStack>
        {cancellation.scope === 'lines' && (
          <Text as="p">
            {listed(
              cancellation.lines.map((line) => t('units', line)),
              locale,
            )}
          </Text>
        )}
        {cancellation.reason && <Text as="p">{cancellation.reason}</Text>}
        {cancellation.customerComment && (
          <Text as="p" tone="subdued" breakWord>
            {t('requests.comment', { text: cancellation.customerComment })}
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
