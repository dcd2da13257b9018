import { ChoiceList, Filters } from '@shopify/polaris';
import type { ReactNode } from 'react';

import { useMessages } from '../messages/messages.tsx';
import type { ListQuery } from '../../presentation/list/list-query.ts';
import type { useListQuery } from './use-list-query.ts';

/** One filter of a list, by the name of its parameter. */
export interface ListFilter<Filter extends string> {
  readonly name: Filter;
  readonly label: string;
  /** What there is to choose from; of a filter with a field of its own, what its values are called besides. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Shown before it is asked for; default: yes. */
  readonly isPinned?: boolean;
  /** In place of the choices. */
  readonly field?: (
    value: string | undefined,
    filterBy: (value: string | null) => void,
  ) => ReactNode;
  /** What a value that is none of the choices is called; default: as it is. */
  readonly wordsOf?: (value: string) => string;
}

interface Props<Sort extends string, Filter extends string> {
  readonly query: ListQuery<Sort, Filter>;
  readonly placeholder: string;
  readonly filters: readonly ListFilter<Filter>[];
  readonly list: ReturnType<typeof useListQuery<Sort, Filter>>;
}

/** The search field of a list and its filters, each with one value at most. */
export function ListFilters<Sort extends string, Filter extends string>({
  query,
  placeholder,
  filters,
  list,
}: Props<Sort, Filter>) {
  const { t } = useMessages();
  return (
    <Filters
      filters={filters.map(({ name, label, choices, isPinned = true, field }) => {
        const chosen = query.filters[name];
        const filterBy = (value: string | null) => list.filterBy(name, value);
        return {
          key: name,
          label,
          pinned: isPinned,
          hideClearButton: true,
          filter: field?.(chosen, filterBy) ?? (
            <ChoiceList
              title={label}
              titleHidden
              choices={[...choices]}
              selected={chosen === undefined ? [] : [chosen]}
              onChange={([value]) => filterBy(value ?? null)}
            />
          ),
        };
      })}
      appliedFilters={filters.flatMap(({ name, label, choices, wordsOf }) => {
        const chosen = query.filters[name];
        if (chosen === undefined) return [];
        const known = choices.find(({ value }) => value === chosen)?.label;
        const value = known ?? wordsOf?.(chosen) ?? chosen;
        const onRemove = () => list.filterBy(name, null);
        return [{ key: name, label: t('list.applied', { filter: label, value }), onRemove }];
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
