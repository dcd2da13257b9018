import { useLocation, useNavigation, useSearchParams } from '@remix-run/react';
import { useEffect, useState } from 'react';

import type { ListPaging } from '../../contract/list/list-query.ts';
import {
  type ListQuery,
  type ListSpec,
  firstPage,
  listParams,
} from '../../presentation/list/list-query.ts';

/** Typing is followed after this pause. */
const SEARCH_PAUSE_MS = 300;

/** How the controls of a list change its address; each change but a turn of the page leads to the first page. */
export function useListQuery<Sort extends string, Filter extends string>(
  spec: ListSpec<Sort, Filter>,
  query: ListQuery<Sort, Filter>,
) {
  const [, setParams] = useSearchParams();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const [typed, setTyped] = useState(query.text);
  const addressOf = (change: Partial<ListQuery<Sort, Filter>>): string =>
    listParams(spec, { ...query, cursor: null, ...change }).toString();
  const go = (change: Partial<ListQuery<Sort, Filter>>) => setParams(addressOf(change));

  const text = typed.trim();
  const searched = addressOf({ text });
  useEffect(() => {
    if (text === query.text) return;
    const timer = setTimeout(() => setParams(searched, { replace: true }), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, query.text, searched, setParams]);

  return {
    typed,
    setTyped,
    isLoading: navigation.state === 'loading' && navigation.location.pathname === pathname,
    filterBy: (name: Filter, value: string | null) => {
      const filters: Partial<Record<Filter, string>> = { ...query.filters };
      if (value === null) delete filters[name];
      else filters[name] = value;
      go({ filters });
    },
    sortBy: (sort: ListQuery<Sort, Filter>['sort']) => go({ sort }),
    showAll: () => {
      setTyped('');
      setParams(listParams(spec, { ...firstPage(spec), sort: query.sort }));
    },
    /** As Polaris' pagination takes it; null where all is on one page. */
    paginationOf: ({ previous, next }: ListPaging) =>
      previous === null && next === null
        ? null
        : {
            hasPrevious: previous !== null,
            onPrevious: () => previous && go({ cursor: { side: 'before', key: previous } }),
            hasNext: next !== null,
            onNext: () => next && go({ cursor: { side: 'after', key: next } }),
          },
  };
}
