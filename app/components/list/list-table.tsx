import { Box, Card, IndexTable, Text, useBreakpoints } from '@shopify/polaris';
import type { ComponentProps, ReactNode } from 'react';

import type { ListPaging } from '../../contract/list/list-query.ts';
import type { ListQuery, ListSpec } from '../../presentation/list/list-query.ts';
import { type ListFilter, ListFilters } from './list-filters.tsx';
import { useListQuery } from './use-list-query.ts';

export interface ListColumn<Row, Sort extends string> {
  readonly title: string;
  /** For screen readers only. */
  readonly isTitleHidden?: boolean;
  readonly alignment?: 'end';
  /** What a press on the title sorts by. */
  readonly sort?: Sort;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row, Sort extends string, Filter extends string> {
  readonly resourceName: { readonly singular: string; readonly plural: string };
  readonly spec: ListSpec<Sort, Filter>;
  readonly query: ListQuery<Sort, Filter>;
  readonly paging: ListPaging;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly columns: readonly ListColumn<Row, Sort>[];
  /** A row where there is no room for columns. */
  readonly narrowRow: (row: Row) => ReactNode;
  /** What can be searched for. */
  readonly placeholder: string;
  readonly filters: readonly ListFilter<Filter>[];
  /** In place of rows when there are none. */
  readonly empty: ReactNode;
  /** Said quietly where the last page ends. */
  readonly end?: string;
  /** What has to be known of the page, below it. */
  readonly notice?: string;
  /** Above the search and the filters. */
  readonly tabs?: ReactNode;
  /** Rows that can be chosen, and what can be done with them; missing where nothing can. */
  readonly selection?: Selection;
}

interface Selection {
  /** Of the rows on the page. */
  readonly selected: readonly string[];
  /** As Polaris' table takes it. */
  readonly table: Pick<
    ComponentProps<typeof IndexTable>,
    | 'selectedItemsCount'
    | 'onSelectionChange'
    | 'promotedBulkActions'
    | 'hasMoreItems'
    | 'paginatedSelectAllActionText'
  >;
}

/** A list in a table: searched, filtered, sorted and turned by its address, a page at a time. */
export function ListTable<Row, Sort extends string, Filter extends string>({
  resourceName,
  spec,
  query,
  paging,
  rows,
  idOf,
  columns,
  narrowRow,
  placeholder,
  filters,
  empty,
  end,
  notice,
  tabs,
  selection,
}: Props<Row, Sort, Filter>) {
  const { smDown } = useBreakpoints();
  const list = useListQuery(spec, query);
  const pagination = list.paginationOf(paging);
  const sortedColumn = columns.findIndex(({ sort }) => sort === query.sort.by);
  const [first, ...others] = columns.map(({ title, isTitleHidden = false, alignment }) => ({
    title,
    hidden: isTitleHidden,
    ...(alignment && { alignment }),
  }));
  if (!first) throw new Error('A table has columns.');
  return (
    <Card padding="0">
      {tabs}
      <ListFilters {...{ query, placeholder, filters, list }} />
      <IndexTable
        resourceName={resourceName}
        itemCount={rows.length}
        selectable={selection !== undefined}
        {...selection?.table}
        condensed={smDown}
        loading={list.isLoading && rows.length > 0}
        emptyState={empty}
        headings={[first, ...others]}
        sortable={columns.map(({ sort }) => sort !== undefined)}
        sortDirection={query.sort.direction}
        {...(sortedColumn === -1 ? {} : { sortColumnIndex: sortedColumn })}
        onSort={(index, direction) => {
          const by = columns[index]?.sort;
          if (by !== undefined) list.sortBy({ by, direction });
        }}
        {...(pagination && { pagination })}
      >
        {rows.map((row, position) => (
          <IndexTable.Row
            key={idOf(row)}
            id={idOf(row)}
            position={position}
            selected={selection?.selected.includes(idOf(row)) ?? false}
          >
            {smDown ? (
              <Box padding="300" width="100%">
                {narrowRow(row)}
              </Box>
            ) : (
              columns.map(({ title, cell }) => (
                <IndexTable.Cell key={title}>{cell(row)}</IndexTable.Cell>
              ))
            )}
          </IndexTable.Row>
        ))}
      </IndexTable>
      {notice !== undefined && (
        <Box padding="300">
          <Text as="p" alignment="center">
            {notice}
          </Text>
        </Box>
      )}
      {end !== undefined && rows.length > 0 && paging.next === null && (
        <Box padding="300">
          <Text as="p" variant="bodySm" tone="subdued" alignment="center">
            {end}
          </Text>
        </Box>
      )}
    </Card>
  );
}
