import { BlockStack, ChoiceList, InlineStack, Button } from '@shopify/polaris';
import { useState } from 'react';
import { dayText } from '../../../presentation/text/dates.ts';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { weekdayName } from '../../../presentation/text/names.ts';
import { fieldId } from '../draft/fault-places.ts';
import { useFault } from '../fields/form-context.ts';
import { TagList } from '../fields/tag-list.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';

type Calendar = PolicyDocument['calendar'];

interface Props {
  readonly calendar: Calendar;
  readonly onChange: (calendar: Calendar) => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The days on which a time of the day counts. */
export function CalendarFields({ calendar, onChange }: Props) {
  const { t, locale } = useMessages();
  const [date, setDate] = useState('');
  const fault = useFault('calendar.openingDays');
  const { openingDays, closedOn } = calendar;
  const add = () => {
    if (date === '' || closedOn.includes(date)) return;
    onChange({ ...calendar, closedOn: [...closedOn, date].sort() });
    setDate('');
  };
  return (
    <BlockStack gap="400">
      <div id={fieldId('calendar.openingDays')} tabIndex={-1}>
        <ChoiceList
          allowMultiple
          title={t('policy.calendar.title')}
          choices={WEEK.map((day) => ({ value: String(day), label: weekdayName(day, locale) }))}
          selected={openingDays.map(String)}
          onChange={(chosen) =>
            onChange({
              ...calendar,
              openingDays: WEEK.filter((day) => chosen.includes(String(day))),
            })
          }
          {...(fault === undefined ? {} : { error: fault })}
        />
      </div>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="end">
          <PolicyTextField
            path="calendar.closedOn"
            label={t('policy.calendar.closedOn')}
            type="date"
            value={date}
            onChange={setDate}
          />
          <Button onClick={add} disabled={date === ''}>
            {t('policy.calendar.addDate')}
          </Button>
        </InlineStack>
        <TagList
          entries={closedOn.map((day) => ({ value: day, name: dayName(day, locale) }))}
          onRemove={(removed) =>
            onChange({ ...calendar, closedOn: closedOn.filter((day) => day !== removed) })
          }
        />
      </BlockStack>
    </BlockStack>
  );
}

/** "Dec 25, 2026". A date has no time zone. */
function dayName(day: string, locale: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : dayText(at, locale, 'UTC');
}
