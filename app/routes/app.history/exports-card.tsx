import { useRevalidator } from '@remix-run/react';
import { Badge, BlockStack, Button, InlineStack, ProgressBar, Text } from '@shopify/polaris';

import { useSending } from '../../components/form/use-sending.ts';
import { TitledCard } from '../../components/frame/titled-card.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import {
  type HistoryExportView,
  historyExportDone,
  historyExportLink,
} from '../../contract/list/history-view.ts';

/** Files that were asked for: how far they are, and where they are fetched. */
export function ExportsCard({ exports }: { readonly exports: readonly HistoryExportView[] }) {
  const { t } = useMessages();
  if (exports.length === 0) return null;
  return (
    <TitledCard title={t('historyPage.export.files')}>
      {exports.map((file) => (
        <ExportedFile key={file.id} file={file} />
      ))}
    </TitledCard>
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
  const { isSending, refusals, send } = useSending();
  const path = `/api/staff/history/exports/${file.id}`;
  const isGrowing = file.state === 'queued' || file.state === 'running';

  const change = async (what: 'stop' | 'resume') => {
    await send(historyExportDone, path, { do: what });
    revalidate();
  };
  const download = async () => {
    const sent = await send(historyExportLink, path);
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
          <Button loading={isSending} onClick={() => void download()}>
            {t('historyPage.export.download')}
          </Button>
        )}
        {isGrowing && !file.isStalled && (
          <Button loading={isSending} onClick={() => void change('stop')}>
            {t('historyPage.export.stop')}
          </Button>
        )}
        {(file.state === 'stopped' || file.isStalled) && (
          <Button loading={isSending} onClick={() => void change('resume')}>
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
