import { BlockStack, Card, Checkbox, InlineStack, Link, List, Text } from '@shopify/polaris';

import { AnswerRequest } from '../../components/cancellation/answer-request.tsx';
import { AttentionCard } from '../../components/cancellation/attention-card.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { TimeAgo } from '../../components/words/date-time.tsx';
import type {
  RequestsView,
  WaitingCancellation,
} from '../../contract/list/cancellation-list-view.ts';
import { listed } from '../../presentation/text/listed.ts';
import { AssigneeMenu } from './assignee-menu.tsx';
import { ChangeRequest } from './change-request.tsx';

interface Props extends Pick<RequestsView, 'forbidden' | 'staff' | 'me'> {
  readonly waiting: WaitingCancellation;
  /** Whether it is among those to be answered together; null where it cannot be. */
  readonly isSelected: boolean | null;
  readonly onSelect: (isSelected: boolean) => void;
}

/** One that waits for a person: whose, what, how much, why, until when, and what its customer sees. */
export function WaitingCard({ waiting, forbidden, staff, me, isSelected, onSelect }: Props) {
  const { t, rich } = useMessages();
  const { orderNumber, orderName, customer, why, customerSees, cancellation } = waiting;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="start" gap="200">
          <InlineStack gap="200" blockAlign="center" align="start">
            {isSelected !== null && (
              <Checkbox
                label={t('requests.select.one', { order: orderName })}
                labelHidden
                checked={isSelected}
                onChange={onSelect}
              />
            )}
            <Text as="h3" variant="headingSm">
              <Link url={`/app/orders/${orderNumber}`}>{orderName}</Link>
              {customer !== null && ` · ${customer}`}
            </Text>
            <Text as="span" tone="subdued">
              {rich('cancellation.facts.byAt', {
                who: cancellation.requestedBy,
                when: <TimeAgo at={cancellation.requestedAt} />,
              })}
            </Text>
          </InlineStack>
          <InlineStack gap="200" blockAlign="center">
            <AssigneeMenu {...{ waiting, staff, me }} />
            <Text as="span" fontWeight="semibold" numeric>
              {cancellation.amount}
            </Text>
          </InlineStack>
        </InlineStack>
        <What cancellation={cancellation} />
        {why.length > 0 && <Why why={why} />}
        {cancellation.attention && (
          <AttentionCard
            cancellationId={cancellation.id}
            attention={cancellation.attention}
            forbidden={forbidden}
          />
        )}
        <Text as="p" tone="subdued">
          {t('requests.customerSees', { text: customerSees })}
        </Text>
        {cancellation.awaitsAnswer && (
          <AnswerRequest
            orderName={orderName}
            cancellation={cancellation}
            forbidden={forbidden}
            change={(onClose) => (
              <ChangeRequest
                order={{ number: orderNumber, name: orderName }}
                cancellationId={cancellation.id}
                onClose={onClose}
              />
            )}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function What({ cancellation }: Pick<WaitingCancellation, 'cancellation'>) {
  const { t, locale } = useMessages();
  const { scope, lines, reason, customerComment } = cancellation;
  const items = lines.filter(({ quantity }) => quantity > 0);
  return (
    <BlockStack gap="100">
      <Text as="p" breakWord>
        {scope === 'order' && `${t('wholeOrder')}${items.length > 0 ? ': ' : ''}`}
        {listed(
          items.map((line) => t('units', line)),
          locale,
        )}
      </Text>
      {reason && <Text as="p">{reason}</Text>}
      {customerComment && (
        <Text as="p" tone="subdued" breakWord>
          {t('requests.comment', { text: customerComment })}
        </Text>
      )}
    </BlockStack>
  );
}

/** One reason is no list. */
function Why({ why }: Pick<WaitingCancellation, 'why'>) {
  const { t } = useMessages();
  return (
    <BlockStack gap="050">
      <Text as="h4" variant="headingXs">
        {t('requests.why')}
      </Text>
      {why.length === 1 ? (
        <Text as="p">{why[0]}</Text>
      ) : (
        <List gap="extraTight">
          {why.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      )}
    </BlockStack>
  );
}
