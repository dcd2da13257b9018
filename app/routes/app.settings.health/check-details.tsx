import { Button, Collapsible, InlineStack } from '@shopify/polaris';
import { useId, useState } from 'react';

import { ScrollableTable } from '../../components/list/scrollable-table.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { TimeAgo } from '../../components/words/date-time.tsx';
import type { CheckView } from '../../contract/shop/health-view.ts';

/** What was read for a check, for whoever wants to see it: topic by topic, or query by query. */
export function CheckDetails({ topics, costs }: Pick<CheckView, 'topics' | 'costs'>) {
  const { t, locale } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (topics === null && costs === null) return null;
  const number = (points: number | null): string =>
    points === null ? '–' : points.toLocaleString(locale);
  return (
    <>
      <InlineStack>
        <Button
          variant="plain"
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t('health.details')}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={isOpen}>
        {topics !== null && (
          <ScrollableTable
            columnContentTypes={['text', 'text']}
            headings={[t('health.topic'), t('health.lastCame')]}
            rows={topics.map(({ topic, lastAt }) => [
              topic,
              lastAt === null ? t('health.never') : <TimeAgo key={topic} at={lastAt} />,
            ])}
          />
        )}
        {costs !== null && (
          <ScrollableTable
            columnContentTypes={['text', 'numeric', 'numeric']}
            headings={[t('health.document'), t('health.points'), t('health.expectedPoints')]}
            rows={costs.map(({ document, reported, expected }) => [
              document,
              number(reported),
              number(expected),
            ])}
          />
        )}
      </Collapsible>
    </>
  );
}
