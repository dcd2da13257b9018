import {
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  InlineStack,
  Select,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';

import { REQUEST_LIST } from '../../application/cancellation/request-search.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import { ListPager } from '../../components/list/list-pager.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { EMPTY_PAUSE_MS, useFreshList } from '../../components/list/use-fresh-list.ts';
import { useListQuery } from '../../components/list/use-list-query.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import type {
  RequestsView,
  WaitingCancellation,
} from '../../contract/list/cancellation-list-view.ts';
import { ApproveSeveral, DeclineSeveral } from './answer-several.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** Everything that waits for a person: cancellations to lead on, then requests to answer. */
export function RequestsPage(requests: RequestsView) {
  const { t } = useMessages();
  const { inReview, needAttention, query, previous, next } = requests;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const isWhole = previous === null && next === null && query.filters.assignee === undefined;
  /** Counted only where all of them are in sight. */
  const titled = (
    what: 'needAttention' | 'toAnswer',
    { length: count }: readonly unknown[],
  ): string => (isWhole ? t(`requests.${what}Counted`, { count }) : t(`requests.${what}`));
  const isEmpty = inReview.length + needAttention.length === 0;
  useFreshList(isEmpty ? EMPTY_PAUSE_MS : null);
  // What was answered meanwhile is not selected any more.
  const chosen = inReview.filter(({ cancellation }) => selected.has(cancellation.id));
  return (
    <TitledPage title={t('requests.title')}>
      <BlockStack gap="600">
        {!(isEmpty && isWhole) && <Controls query={query} />}
        {isEmpty &&
          (isWhole ? (
            <NothingYet title={t('requests.none.title')} explanation={t('requests.none.text')} />
          ) : (
            <NothingYet title={t('requests.noneShown')} explanation={t('requests.noneShownText')} />
          ))}
        <Section
          {...requests}
          title={titled('needAttention', needAttention)}
          items={needAttention}
          selection={null}
        />
        <Section
          {...requests}
          title={titled('toAnswer', inReview)}
          items={inReview}
          selection={requests.forbidden === null ? { chosen, setSelected } : null}
        />
        <ListPager spec={REQUEST_LIST} query={query} paging={requests} />
      </BlockStack>
    </TitledPage>
  );
}

function Controls({ query }: Pick<RequestsView, 'query'>) {
  const { t } = useMessages();
  const list = useListQuery(REQUEST_LIST, query);
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <InlineStack gap="300">
        <Select
          label={t('requests.show.label')}
          labelInline
          options={(['all', 'me', 'nobody'] as const).map((value) => ({
            value,
            label: t(`requests.show.${value}`),
          }))}
          value={query.filters.assignee ?? 'all'}
          onChange={(value) => list.filterBy('assignee', value === 'all' ? null : value)}
        />
        <Select
          label={t('requests.sort.label')}
          labelInline
          options={(['deadline', 'newest'] as const).map((value) => ({
            value,
            label: t(`requests.sort.${value}`),
          }))}
          value={query.sort.by}
          onChange={(by) =>
            list.sortBy({ by: by === 'newest' ? by : 'deadline', direction: 'ascending' })
          }
        />
      </InlineStack>
    </Box>
  );
}

interface SectionProps extends Pick<RequestsView, 'forbidden' | 'staff' | 'me'> {
  readonly title: string;
  readonly items: readonly WaitingCancellation[];
  /** What is to be answered together; null where nothing can be. */
  readonly selection: Omit<SelectionProps, 'items'> | null;
}

function Section({ title, items, selection, forbidden, staff, me }: SectionProps) {
  if (items.length === 0) return null;
  return (
    <BlockStack gap="300">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
      </Box>
      {selection && items.length > 1 && <Selection {...selection} items={items} />}
      {items.map((waiting) => (
        <WaitingCard
          key={waiting.cancellation.id}
          {...{ waiting, forbidden, staff, me }}
          isSelected={selection && items.length > 1 ? selection.chosen.includes(waiting) : null}
          onSelect={(isSelected) =>
            selection?.setSelected((before) => {
              const after = new Set(before);
              if (isSelected) after.add(waiting.cancellation.id);
              else after.delete(waiting.cancellation.id);
              return after;
            })
          }
        />
      ))}
    </BlockStack>
  );
}

interface SelectionProps {
  readonly items: readonly WaitingCancellation[];
  readonly chosen: readonly WaitingCancellation[];
  readonly setSelected: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

/** What is selected, and what can be done with it. */
function Selection({ items, chosen, setSelected }: SelectionProps) {
  const { t } = useMessages();
  const [answer, setAnswer] = useState<'approve' | 'decline' | null>(null);
  const count = chosen.length;
  const isAll = count === items.length;
  const close = () => {
    setAnswer(null);
    setSelected(() => new Set());
  };
  return (
    <Card padding="300">
      <InlineStack gap="300" blockAlign="center">
        <Checkbox
          label={count === 0 ? t('requests.select.all') : t('requests.select.count', { count })}
          checked={isAll ? true : count > 0 ? 'indeterminate' : false}
          onChange={() =>
            setSelected(
              () => new Set(isAll ? [] : items.map(({ cancellation }) => cancellation.id)),
            )
          }
        />
        <Button disabled={count === 0} onClick={() => setAnswer('approve')}>
          {t('requests.select.approve')}
        </Button>
        <Button disabled={count === 0} onClick={() => setAnswer('decline')}>
          {t('requests.select.decline')}
        </Button>
      </InlineStack>
      {answer === 'approve' && <ApproveSeveral selected={chosen} onClose={close} />}
      {answer === 'decline' && <DeclineSeveral selected={chosen} onClose={close} />}
    </Card>
  );
}
