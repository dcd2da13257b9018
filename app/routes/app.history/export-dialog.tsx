import { useRevalidator } from '@remix-run/react';
import { BlockStack, ChoiceList, Text } from '@shopify/polaris';
import { useState } from 'react';

import { useSending } from '../../components/form/use-sending.ts';
import { HISTORY_LIST } from '../../application/history/history-search.ts';
import { Dialog } from '../../components/form/dialog.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { type HistoryView, historyExportDone } from '../../contract/list/history-view.ts';
import { EXPORTED, EXPORT_FORMATS, type ExportForm } from '../../domain/history/export-form.ts';
import { listParams } from '../../presentation/list/list-query.ts';

interface Props {
  readonly query: HistoryView['query'];
  readonly onClose: () => void;
}

/** What a file is to hold, and how it is to be written. */
export function ExportDialog({ query, onClose }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const { revalidate } = useRevalidator();
  const [what, setWhat] = useState<ExportForm['what']>('cancellations');
  const [format, setFormat] = useState<ExportForm['format']>('spreadsheet');
  const { isSending, refusals, send } = useSending();
  const asked = listParams(HISTORY_LIST, { ...query, cursor: null }).toString();

  const start = async () => {
    const body = { what, format, query: asked };
    const sent = await send(historyExportDone, '/api/staff/history/exports', body);
    if (!sent.ok) return;
    shopify.toast.show(t('historyPage.export.started'));
    revalidate();
    onClose();
  };

  return (
    <Dialog
      title={t('historyPage.export.title')}
      primaryAction={{
        content: t('historyPage.export.start'),
        loading: isSending,
        onAction: () => void start(),
      }}
      secondaryAction={{ content: t('back'), onAction: onClose }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <RefusalBanner refusals={refusals} />
        <ChoiceList
          title={t('historyPage.export.what.label')}
          choices={EXPORTED.map((value) => ({
            value,
            label: t(`historyPage.export.what.${value}`),
          }))}
          selected={[what]}
          onChange={([value]) => setWhat(value === 'steps' ? 'steps' : 'cancellations')}
        />
        <ChoiceList
          title={t('historyPage.export.format.label')}
          choices={EXPORT_FORMATS.map((value) => ({
            value,
            label: t(`historyPage.export.format.${value}`),
            helpText: t(`historyPage.export.help.${value}`),
          }))}
          selected={[format]}
          onChange={([value]) =>
            setFormat(EXPORT_FORMATS.find((one) => one === value) ?? 'spreadsheet')
          }
        />
        <Text as="p" tone="subdued">
          {t(asked === '' ? 'historyPage.export.scopeAll' : 'historyPage.export.scope')}
        </Text>
      </BlockStack>
    </Dialog>
  );
}
