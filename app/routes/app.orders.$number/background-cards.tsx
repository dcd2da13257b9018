import { Badge, BlockStack, Divider, InlineStack, Link, Tag, Text } from '@shopify/polaris';
import { Fragment } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import type { OrderBackgroundView } from '../../contract/staff/order-background-view.ts';
import type { StaffOrderView } from '../../contract/staff/staff-view.ts';
import { TitledCard } from '../../components/frame/titled-card.tsx';

/** What was sent, and where it is. Nothing where nothing was. */
export function ParcelsCard({ parcels }: Pick<OrderBackgroundView, 'parcels'>) {
  const { t } = useMessages();
  if (parcels.length === 0) return null;
  return (
    <TitledCard title={t('order.parcel.title')}>
      {parcels.map((parcel, index) => (
        <Fragment key={index}>
          {index > 0 && <Divider />}
          <BlockStack gap="100">
            <Text as="p" fontWeight="medium">
              {parcel.status}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {parcel.location !== null && `${parcel.location} · `}
              <DateTime at={parcel.at} />
            </Text>
            {parcel.tracking.map(({ text, url }) =>
              url === null ? (
                <Text as="p" key={text} breakWord>
                  {text}
                </Text>
              ) : (
                <Link key={text} url={url} target="_blank">
                  {text}
                </Link>
              ),
            )}
          </BlockStack>
        </Fragment>
      ))}
    </TitledCard>
  );
}

/**
 * What the customer asked for by Shopify's own button: whoever decides here knows of it, and that it is answered
 * there. Nothing where nothing was asked.
 */
export function NativeRequestsCard({
  nativeRequests,
}: Pick<OrderBackgroundView, 'nativeRequests'>) {
  const { t } = useMessages();
  if (nativeRequests.length === 0) return null;
  return (
    <TitledCard title={t('order.nativeRequest.title')}>
      {nativeRequests.map(({ status, isOpen, at, items }, index) => (
        <Fragment key={index}>
          {index > 0 && <Divider />}
          <BlockStack gap="100">
            <InlineStack gap="200" blockAlign="center">
              <Badge {...(isOpen && { tone: 'attention' })}>{status}</Badge>
              <Text as="span" variant="bodySm" tone="subdued">
                <DateTime at={at} />
              </Text>
            </InlineStack>
            {items.map((item) => (
              <Text as="p" key={item} breakWord>
                {item}
              </Text>
            ))}
          </BlockStack>
        </Fragment>
      ))}
      {nativeRequests.some(({ isOpen }) => isOpen) && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('order.nativeRequest.answerInShopify')}
        </Text>
      )}
    </TitledCard>
  );
}

type Order = Pick<StaffOrderView['order'], 'risk' | 'tags' | 'background'>;

/** What may weigh in a decision: risk, tags and the note. Nothing where there is none of it. */
export function MoreCard({ risk, tags, background }: Order) {
  const { t } = useMessages();
  const note = background?.note ?? null;
  if (risk === null && tags.length === 0 && note === null) return null;
  return (
    <TitledCard title={t('order.more.title')}>
      {risk !== null && <Risk risk={risk} findings={background?.riskFindings ?? []} />}
      {tags.length > 0 && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t('order.more.tags')}
          </Text>
          <InlineStack gap="100">
            {tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </InlineStack>
        </BlockStack>
      )}
      {note !== null && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t('order.more.note')}
          </Text>
          <Text as="p" breakWord>
            {note}
          </Text>
        </BlockStack>
      )}
    </TitledCard>
  );
}

interface RiskProps {
  readonly risk: NonNullable<Order['risk']>;
  readonly findings: OrderBackgroundView['riskFindings'];
}

function Risk({ risk, findings }: RiskProps) {
  const { t, find } = useMessages();
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {t('order.risk.title')}
        </Text>
        <Badge {...(risk.tone !== null && { tone: risk.tone })}>{risk.label}</Badge>
      </InlineStack>
      {findings.map(({ text, sentiment }) => (
        <Text as="p" key={text} variant="bodySm" tone="subdued" breakWord>
          {find(`order.risk.sentiment.${sentiment}`)}: {text}
        </Text>
      ))}
    </BlockStack>
  );
}
