import { ChoiceList, Filters } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import type { ListQuery } from '../../presentation/list/list-query.ts';
import type { useListQuery } from './use-list-query.ts';

/** One filter of a list, by the name of its parameter. */
export interface ListFilter<Filter extends string> {
  readonly name: Filter;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

interface Props<Sort extends string, Filter extends string> {
  readonly query: ListQuery<Sort, Filter>;
  readonly placeholder: string;
  readonly filters: readonly ListFilter<Filter>[];
  readonly list: ReturnType<typeof useListQuery<Sort, Filter>>;
}

/** The search field of a list and its filters, each with one choice at most. */
export function ListFilters<Sort extends string, Filter extends string>({
  query,
  placeholder,
  filters,
  list,
}: Props<Sort, Filter>) {
  const { t } = useMessages();
  return (
    <Filters
      filters={filters.map(({ name, label, choices }) => {
        const chosen = query.filters[name];
        return {
          key: name,
          label,
          pinned: true,
          hideClearButton: true,
          filter: (
            <ChoiceList
              title={label}
              titleHidden
              choices={[...choices]}
              selected={chosen === undefined ? [] : [chosen]}
              onChange={([value]) => list.filterBy(name, value ?? null)}
            />
          ),
        };
      })}
      appliedFilters={filters.flatMap(({ name, label, choices }) => {
        const chosen = choices.find(({ value }) => value === query.filters[name]);
        if (!chosen) return [];
        const onRemove = () => list.filterBy(name, null);
        return [
          { key: name, label: t('list.applied', { filter: label, value: chosen.label }), onRemove },
        ];
      })}
      queryValue={list.typed}
      queryPlaceholder={placeholder}
      onQueryChange={list.setTyped}
      onQueryClear={() => list.setTyped('')}
      onClearAll={list.showAll}
      loading={list.isLoading}
    />
  );
}
