import { BlockStack, InlineGrid, Text } from '@shopify/polaris';

import { DayRangeFields } from '../../components/form/day-range-fields.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { Messages } from '../../messages/message-types.ts';
import { dayText } from '../../presentation/text/dates.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Props {
  /** "2026-11-01..2026-11-30", either side may be missing. */
  readonly value: string | undefined;
  readonly timeZone: string;
  readonly onChange: (value: string | null) => void;
}

/** From one day to another, both included and both optional, by the browser's own fields for dates. */
export function DateRangeField({ value, timeZone, onChange }: Props) {
  const { t } = useMessages();
  const [from = '', to = ''] = value?.split('..') ?? [];
  const change = (newFrom: string, newTo: string) => {
    if ([newFrom, newTo].every((day) => day === '' || DAY.test(day))) {
      onChange(newFrom === '' && newTo === '' ? null : `${newFrom}..${newTo}`);
    }
  };
  return (
    <BlockStack gap="200">
      <InlineGrid columns={2} gap="200">
        <DayRangeFields from={from} to={to} onChange={change} />
      </InlineGrid>
      <Text as="p" variant="bodySm" tone="subdued">
        {t('historyPage.dates.zone', { zone: timeZone })}
      </Text>
    </BlockStack>
  );
}

/** "Nov 1, 2026 – Nov 30, 2026" */
export function datesText(value: string, { t, locale }: Messages<'staff'>): string {
  const [from = '', to = ''] = value.split('..');
  const day = (date: string): string => {
    const at = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(at) ? date : dayText(at, locale, 'UTC');
  };
  if (from === '') return t('historyPage.dates.until', { to: day(to) });
  if (to === '') return t('historyPage.dates.since', { from: day(from) });
  return t('historyPage.dates.words', { from: day(from), to: day(to) });
}
