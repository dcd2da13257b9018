import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';

import { HISTORY_LIST } from '../../application/history/history-search.ts';
import { type ListColumn, ListTable } from '../../components/list/list-table.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { type StaffMessages, useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import { CancellationBadge } from '../../components/words/status-badges.tsx';
import type { HistoryRowView, HistoryView } from '../../contract/list/history-view.ts';
import type { Messages } from '../../messages/message-types.ts';
import { DateRangeField, datesText } from './date-range-field.tsx';

export function HistoryTable({ history }: { readonly history: HistoryView }) {
  const messages = useMessages();
  const { t } = messages;
  const { query, choices, timeZone } = history;
  const isFiltered = query.text !== '' || Object.keys(query.filters).length > 0;
  const empty = isFiltered ? 'filtered' : '';
  const listed = (['who', 'outcome', 'reason', 'step'] as const).map((name) => ({
    name,
    label: t(`historyPage.filter.${name}`),
    choices: choices[name],
    isPinned: name !== 'step',
  }));
  return (
    <ListTable
      resourceName={{
        singular: t('historyPage.resource.one'),
        plural: t('historyPage.resource.many'),
      }}
      spec={HISTORY_LIST}
      query={query}
      paging={history}
      rows={history.rows}
      idOf={({ id }) => id}
      columns={columnsIn(messages)}
      narrowRow={(row) => <NarrowRow row={row} />}
      placeholder={t('historyPage.search')}
      filters={[
        {
          name: 'date',
          label: t('historyPage.filter.date'),
          choices: [],
          field: (value, filterBy) => (
            <DateRangeField value={value} timeZone={timeZone} onChange={filterBy} />
          ),
          wordsOf: (value) => datesText(value, messages),
        },
        ...listed,
      ]}
      empty={
        <NothingYet
          title={t(empty ? 'historyPage.none.filteredTitle' : 'historyPage.none.title')}
          explanation={t(empty ? 'historyPage.none.filteredText' : 'historyPage.none.text')}
        />
      }
      end={t('historyPage.end')}
    />
  );
}

const columnsIn = ({ t }: Messages<'staff'>): readonly ListColumn<HistoryRowView, 'date'>[] => [
  { title: t('historyPage.column.order'), cell: (row) => <EntryLink row={row} /> },
  { title: t('historyPage.column.date'), cell: (row) => <DateTime at={row.requestedAt} /> },
  {
    title: t('historyPage.column.customer'),
    cell: ({ customerName }) => customerName ?? t('historyPage.noCustomer'),
  },
  { title: t('historyPage.column.who'), cell: ({ who }) => who },
  {
    title: t('historyPage.column.outcome'),
    cell: ({ outcomeLabel, tone }) => <CancellationBadge statusLabel={outcomeLabel} tone={tone} />,
  },
  { title: t('historyPage.column.reason'), cell: ({ reason }) => reason },
  {
    title: t('historyPage.column.amount'),
    alignment: 'end',
    cell: ({ amount }) => (
      <Text as="p" alignment="end" numeric>
        {amount}
      </Text>
    ),
  },
];

function NarrowRow({ row }: { readonly row: HistoryRowView }) {
  const { t, rich }: StaffMessages = useMessages();
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <InlineStack gap="200" blockAlign="center" align="start">
          <EntryLink row={row} />
          <CancellationBadge statusLabel={row.outcomeLabel} tone={row.tone} />
        </InlineStack>
        <Text as="span" numeric>
          {row.amount}
        </Text>
      </InlineStack>
      <Text as="p" variant="bodySm">
        {row.customerName ?? t('historyPage.noCustomer')} · {row.reason}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {rich('historyPage.export.by', {
          who: row.who,
          when: <DateTime at={row.requestedAt} />,
        })}
      </Text>
    </BlockStack>
  );
}

function EntryLink({ row }: { readonly row: HistoryRowView }) {
  return (
    <Link url={`/app/history/${row.id}`} dataPrimaryLink monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">
        {row.orderName}
      </Text>
    </Link>
  );
}
