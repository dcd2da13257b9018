import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useState } from 'react';

import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { BulkView } from '../../contract/bulk/bulk-view.ts';
import { listed } from '../../presentation/text/listed.ts';
import { useBulkDecision } from './use-bulk-decision.ts';

const COUNTED = ['done', 'underWay', 'planned', 'needAttention', 'refused', 'notReached'] as const;

/** How far a bulk has come, in numbers. */
export function BulkProgress(bulk: BulkView) {
  const { t, locale } = useMessages();
  const decision = useBulkDecision(bulk);
  const { state, counts, id, number } = bulk;
  const isReview = state === 'reviewing';
  const settled = isReview
    ? counts.all - counts.waiting
    : counts.all - counts.planned - counts.underWay - counts.waiting;
  const { totals, amounts } = bulk.issueRefund === false ? bulk.withoutRefund : bulk.withRefund;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t(`bulk.state.${state}`)}
        </Text>
        {state !== 'discarded' && (
          <div role="status">
            <BlockStack gap="200">
              <Text as="p">{t('bulk.settled', { settled, count: counts.all })}</Text>
              <ProgressBar
                size="small"
                progress={Math.floor((100 * settled) / Math.max(1, counts.all))}
                ariaLabelledBy="bulk-settled"
              />
              <span id="bulk-settled" hidden>
                {t('bulk.settled', { settled, count: counts.all })}
              </span>
            </BlockStack>
          </div>
        )}
        {!isReview && (
          <InlineStack gap="400" wrap>
            {COUNTED.filter((what) => counts[what] > 0).map((what) => (
              <Text as="span" key={what}>
                {t(`bulk.counts.${what}`, { count: counts[what] })}
              </Text>
            ))}
          </InlineStack>
        )}
        {!isReview && bulk.issueRefund === true && totals.orders > 0 && amounts.length > 0 && (
          <Text as="p">{t('bulk.refunds', { amounts: listed(amounts, locale) })}</Text>
        )}
        {(isReview || state === 'running') && (
          <Text as="p" tone="subdued">
            {t('bulk.mayClose')}
          </Text>
        )}
        <RefusalBanner refusals={decision.refusals} />
        <InlineStack gap="200">
          {state === 'running' && (
            <Button
              tone="critical"
              loading={decision.isSending}
              onClick={() => void decision.decide({ do: 'stop' })}
            >
              {t('bulk.stop')}
            </Button>
          )}
          {isReview && (
            <Button
              loading={decision.isSending}
              onClick={() => void decision.decide({ do: 'discard' })}
            >
              {t('bulk.review.discard')}
            </Button>
          )}
          {bulk.issueRefund !== null && <CsvButton {...{ id, number }} />}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** App Bridge adds the session token to a fetch and to no link: so the file is fetched, and handed over as one. */
function CsvButton({ id, number }: Pick<BulkView, 'id' | 'number'>) {
  const { t } = useMessages();
  const [state, setState] = useState<'ready' | 'fetching' | 'failed'>('ready');
  const download = async () => {
    setState('fetching');
    const response = await fetch(`/api/staff/bulk-cancellations/${id}/csv`).catch(() => null);
    if (!response?.ok) {
      setState('failed');
      return;
    }
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = `cancellations-${number}.csv`;
    link.click();
    URL.revokeObjectURL(address);
    setState('ready');
  };
  return (
    <BlockStack gap="100">
      <Button loading={state === 'fetching'} onClick={() => void download()}>
        {t('bulk.csv')}
      </Button>
      {state === 'failed' && (
        <Text as="p" tone="critical">
          {t('sending.failed')}
        </Text>
      )}
    </BlockStack>
  );
}
