import { Badge, Banner, BlockStack, Button, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';

import { DateTime } from '../../components/words/date-time.tsx';
import { Dialog } from '../../components/form/dialog.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { sendJson } from '../../components/form/send-json.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import type { DataRequestView, DataRequestsView } from '../../contract/shop/data-request-view.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import { saveAsFile } from './save-as-file.ts';

/** Customers' questions what is stored of them: download, hand over, tick off. */
export function DataRequestsPage({ forbidden, requests }: DataRequestsView) {
  return (
    <TitledPage title="Customer data">
      <BlockStack gap="400">
        {forbidden !== null ? (
          <Banner tone="warning" title="You cannot see these requests">
            <Text as="p">{forbidden}</Text>
          </Banner>
        ) : requests.length === 0 ? (
          <NothingYet
            title="No customer has asked for their data"
            explanation="When a customer asks your store what is stored about them, Shopify passes it on and it appears here. You have 30 days to answer."
            actions={[{ label: 'All orders', url: '/app/orders' }]}
          />
        ) : (
          requests.map((request) => <RequestCard key={request.id} {...request} />)
        )}
      </BlockStack>
    </TitledPage>
  );
}

function RequestCard(request: DataRequestView) {
  const { id, customer, customerUrl, requestedAt, handedOverAt } = request;
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState<'download' | 'mark' | null>(null);
  const [refusals, setRefusals] = useState<readonly StaffRefusal[]>([]);
  const [isAsked, setAsked] = useState(false);
  const path = `/api/staff/data-requests/${encodeURIComponent(id)}`;

  const run = async (what: 'download' | 'mark') => {
    setBusy(what);
    setRefusals([]);
    const sent = await sendJson<object>(path, what === 'mark' ? {} : undefined);
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
          Asked on <DateTime at={requestedAt} />
          {handedOverAt !== null && (
            <>
              , answered on <DateTime at={handedOverAt} />
            </>
          )}
        </Text>
        <RefusalBanner refusals={refusals} />
        <InlineStack gap="200">
          <Button loading={busy === 'download'} onClick={() => void run('download')}>
            Download data
          </Button>
          {handedOverAt === null && (
            <Button onClick={() => setAsked(true)}>Mark as handed over</Button>
          )}
        </InlineStack>
        {isAsked && (
          <Dialog
            title="Mark as handed over"
            summary={
              <Text as="p">
                {`Confirm only when ${customer} has received the data. The request counts as answered from then on. This cannot be undone.`}
              </Text>
            }
            destructiveAction={{
              content: 'Mark as handed over',
              loading: busy === 'mark',
              onAction: () => void run('mark'),
            }}
            secondaryAction={{ content: 'Back', onAction: () => setAsked(false) }}
            onClose={() => setAsked(false)}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function Due({ dueAt, isOverdue, handedOverAt }: DataRequestView) {
  if (handedOverAt !== null) return <Badge tone="success">Handed over</Badge>;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">
        Answer by <DateTime at={dueAt} />
      </Text>
      {isOverdue && <Badge tone="critical">Overdue</Badge>}
    </InlineStack>
  );
}
