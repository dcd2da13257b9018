import { Badge, Banner, BlockStack, Button, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import { Dialog } from '../../components/form/dialog.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { sendJson } from '../../components/form/send-json.ts';
import { SubPage } from '../../components/frame/sub-page.tsx';
import {
  type DataRequestView,
  type DataRequestsView,
  customerData,
  dataHandedOver,
} from '../../contract/shop/data-request-view.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import { saveAsFile } from './save-as-file.ts';

/** Customers' questions what is stored of them: download, hand over, tick off. */
export function DataRequestsPage({ forbidden, requests }: DataRequestsView) {
  const { t } = useMessages();
  return (
    <SubPage
      title={t('dataRequests.title')}
      parent={{ title: t('settings.title'), url: '/app/settings' }}
    >
      <BlockStack gap="400">
        {forbidden !== null ? (
          <Banner tone="warning" title={t('dataRequests.forbidden')}>
            <Text as="p">{forbidden}</Text>
          </Banner>
        ) : requests.length === 0 ? (
          <NothingYet
            title={t('dataRequests.none.title')}
            explanation={t('dataRequests.none.explanation')}
            actions={[{ label: t('dataRequests.none.allOrders'), url: '/app/orders' }]}
          />
        ) : (
          requests.map((request) => <RequestCard key={request.id} {...request} />)
        )}
      </BlockStack>
    </SubPage>
  );
}

function RequestCard(request: DataRequestView) {
  const { id, customer, customerUrl, requestedAt, handedOverAt } = request;
  const messages = useMessages();
  const { t, rich } = messages;
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState<'download' | 'mark' | null>(null);
  const [refusals, setRefusals] = useState<readonly StaffRefusal[]>([]);
  const [isAsked, setAsked] = useState(false);
  const path = `/api/staff/data-requests/${encodeURIComponent(id)}`;

  const run = async (what: 'download' | 'mark') => {
    setBusy(what);
    setRefusals([]);
    const sent =
      what === 'mark'
        ? await sendJson(messages, dataHandedOver, path, {})
        : await sendJson(messages, customerData, path);
    setBusy(null);
    if (what === 'mark') setAsked(false);
    if (!sent.ok) setRefusals(sent.refusals);
    else if (what === 'mark') revalidator.revalidate();
    else saveAsFile(`customer-data-${id}.json`, sent.value);
  };

  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {customerUrl === null ? customer : <Link url={customerUrl}>{customer}</Link>}
          </Text>
          <Due {...request} />
        </InlineStack>
        <Text as="p" tone="subdued">
          {handedOverAt === null
            ? rich('dataRequests.askedOn', { date: <DateTime at={requestedAt} /> })
            : rich('dataRequests.askedAndAnswered', {
                date: <DateTime at={requestedAt} />,
                answered: <DateTime at={handedOverAt} />,
              })}
        </Text>
        <RefusalBanner refusals={refusals} />
        <InlineStack gap="200">
          <Button loading={busy === 'download'} onClick={() => void run('download')}>
            {t('dataRequests.download')}
          </Button>
          {handedOverAt === null && (
            <Button onClick={() => setAsked(true)}>{t('dataRequests.mark')}</Button>
          )}
        </InlineStack>
        {isAsked && (
          <Dialog
            title={t('dataRequests.mark')}
            summary={<Text as="p">{t('dataRequests.confirm', { customer })}</Text>}
            destructiveAction={{
              content: t('dataRequests.mark'),
              loading: busy === 'mark',
              onAction: () => void run('mark'),
            }}
            secondaryAction={{ content: t('dataRequests.back'), onAction: () => setAsked(false) }}
            onClose={() => setAsked(false)}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function Due({ dueAt, isOverdue, handedOverAt }: DataRequestView) {
  const { t, rich } = useMessages();
  if (handedOverAt !== null) return <Badge tone="success">{t('dataRequests.handedOver')}</Badge>;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">{rich('dataRequests.answerBy', { date: <DateTime at={dueAt} /> })}</Text>
      {isOverdue && <Badge tone="critical">{t('dataRequests.overdue')}</Badge>}
    </InlineStack>
  );
}
