import { Banner, BlockStack, Box, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';

import { TitledPage } from '../../components/frame/titled-page.tsx';
import { useFreshList } from '../../components/list/use-fresh-list.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import type { HistoryView } from '../../contract/list/history-view.ts';
import { SECOND } from '../../domain/time.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ExportsCard } from './exports-card.tsx';
import { HistoryTable } from './history-table.tsx';

/** While a file is written its progress is looked at so often. */
const PROGRESS_PAUSE_MS = 2 * SECOND;

/** Every cancellation, whoever began it, and files of them. */
export function HistoryPage(history: HistoryView) {
  const { t } = useMessages();
  const { exports, forbidden } = history;
  const [isExporting, setExporting] = useState(false);
  const isWriting = exports.some(({ state }) => state === 'queued' || state === 'running');
  useFreshList(isWriting ? PROGRESS_PAUSE_MS : null);
  return (
    <TitledPage title={t('historyPage.title')} fullWidth>
      <BlockStack gap="400">
        {/* On a phone the page has no margin of its own. */}
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <BlockStack gap="200">
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Verified verified={history.verified} />
              <Button onClick={() => setExporting(true)} disabled={forbidden !== null}>
                {t('historyPage.export.button')}
              </Button>
            </InlineStack>
            {forbidden !== null && (
              <Text as="p" tone="subdued">
                {forbidden}
              </Text>
            )}
          </BlockStack>
        </Box>
        <ExportsCard exports={exports} />
        <HistoryTable history={history} />
      </BlockStack>
      {isExporting && <ExportDialog query={history.query} onClose={() => setExporting(false)} />}
    </TitledPage>
  );
}

/** What the last check of the record found: quietly where it holds. */
function Verified({ verified }: Pick<HistoryView, 'verified'>) {
  const { t, rich } = useMessages();
  if (verified === null) {
    return (
      <Text as="p" tone="subdued">
        {t('historyPage.verified.never')}
      </Text>
    );
  }
  const checked = rich('historyPage.verified.at', { date: <DateTime at={verified.at} /> });
  if (!verified.holds) {
    return (
      <Banner tone="critical" title={t('historyPage.verified.brokenTitle')}>
        <Text as="p">
          {verified.text} {t('historyPage.verified.brokenNext')} {checked}
        </Text>
      </Banner>
    );
  }
  return (
    <Text as="p" tone="subdued">
      {t('historyPage.verified.label')}: {verified.text} {checked}
    </Text>
  );
}
