import { InlineStack, Pagination } from '@shopify/polaris';

import type { ListPaging } from '../../contract/list/list-query.ts';
import type { ListQuery, ListSpec } from '../../presentation/list/list-query.ts';
import { useListQuery } from './use-list-query.ts';

interface Props<Sort extends string, Filter extends string> {
  readonly spec: ListSpec<Sort, Filter>;
  readonly query: ListQuery<Sort, Filter>;
  readonly paging: ListPaging;
}

/** The way to the pages beside one, for lists that are no table; nothing where all is on one page. */
export function ListPager<Sort extends string, Filter extends string>({
  spec,
  query,
  paging,
}: Props<Sort, Filter>) {
  const pagination = useListQuery(spec, query).paginationOf(paging);
  if (pagination === null) return null;
  return (
    <InlineStack align="center">
      <Pagination {...pagination} />
    </InlineStack>
  );
}
