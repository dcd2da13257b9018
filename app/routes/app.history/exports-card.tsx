import { useRevalidator } from '@remix-run/react';
import { Badge, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useState } from 'react';

import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { sendJson } from '../../components/form/send-json.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import {
  type HistoryExportView,
  historyExportDone,
  historyExportLink,
} from '../../contract/list/history-view.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';

/** Files that were asked for: how far they are, and where they are fetched. */
export function ExportsCard({ exports }: { readonly exports: readonly HistoryExportView[] }) {
  const { t } = useMessages();
  if (exports.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('historyPage.export.files')}
        </Text>
        {exports.map((file) => (
          <ExportedFile key={file.id} file={file} />
        ))}
      </BlockStack>
    </Card>
  );
}

const TONES = {
  queued: 'info',
  running: 'info',
  stopped: 'attention',
  done: 'success',
  erased: 'warning',
} as const;

function ExportedFile({ file }: { readonly file: HistoryExportView }) {
  const messages = useMessages();
  const { t, rich } = messages;
  const { revalidate } = useRevalidator();
  const [isBusy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly StaffRefusal[]>([]);
  const path = `/api/staff/history/exports/${file.id}`;
  const isGrowing = file.state === 'queued' || file.state === 'running';

  const change = async (what: 'stop' | 'resume') => {
    setBusy(true);
    const sent = await sendJson(messages, historyExportDone, path, { do: what });
    setBusy(false);
    setRefusals(sent.ok ? [] : sent.refusals);
    revalidate();
  };
  const download = async () => {
    setBusy(true);
    const sent = await sendJson(messages, historyExportLink, path);
    setBusy(false);
    setRefusals(sent.ok ? [] : sent.refusals);
    if (sent.ok) save(sent.value.url);
  };

  return (
    <BlockStack gap="150">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="050">
          <InlineStack gap="200" blockAlign="center" align="start">
            <Text as="h3" variant="headingSm">
              {file.title}
            </Text>
            <Badge tone={TONES[file.state]}>{t(`historyPage.export.state.${file.state}`)}</Badge>
          </InlineStack>
          <Text as="p" variant="bodySm" tone="subdued">
            {file.progress} ·{' '}
            {rich('historyPage.export.by', {
              who: file.requestedBy,
              when: <DateTime at={file.requestedAt} />,
            })}
          </Text>
        </BlockStack>
        {file.state === 'done' && (
          <Button loading={isBusy} onClick={() => void download()}>
            {t('historyPage.export.download')}
          </Button>
        )}
        {isGrowing && !file.isStalled && (
          <Button loading={isBusy} onClick={() => void change('stop')}>
            {t('historyPage.export.stop')}
          </Button>
        )}
        {(file.state === 'stopped' || file.isStalled) && (
          <Button loading={isBusy} onClick={() => void change('resume')}>
            {t('historyPage.export.resume')}
          </Button>
        )}
      </InlineStack>
      {isGrowing && (
        <ProgressBar
          progress={file.percent}
          size="small"
          ariaLabelledBy={`export-progress-${file.id}`}
        />
      )}
      {isGrowing && (
        <Text as="span" visuallyHidden id={`export-progress-${file.id}`}>
          {file.title}
        </Text>
      )}
      {file.isStalled && <Text as="p">{t('historyPage.export.stalled')}</Text>}
      {file.state === 'erased' && <Text as="p">{t('historyPage.export.erased')}</Text>}
      {file.state === 'done' && (
        <Text as="p" variant="bodySm" tone="subdued">
          {rich('historyPage.export.expires', { date: <DateTime at={file.expiresAt} /> })}
        </Text>
      )}
      <RefusalBanner refusals={refusals} />
    </BlockStack>
  );
}

/** Has the browser fetch a file by itself, however large: a link to it is pressed. */
function save(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
