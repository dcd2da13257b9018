import { BlockStack, ChoiceList, InlineStack, Button } from '@shopify/polaris';
import { useState } from 'react';

import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { weekdayName } from '../../../presentation/policy/rule-words.ts';
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
          title="Opening days"
          choices={WEEK.map((day) => ({ value: String(day), label: weekdayName(day) }))}
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
            label="Closed on"
            type="date"
            value={date}
            onChange={setDate}
          />
          <Button onClick={add} disabled={date === ''}>
            Add date
          </Button>
        </InlineStack>
        <TagList
          entries={closedOn.map((day) => ({ value: day, name: dayName(day) }))}
          onRemove={(removed) =>
            onChange({ ...calendar, closedOn: closedOn.filter((day) => day !== removed) })
          }
        />
      </BlockStack>
    </BlockStack>
  );
}

/** "Dec 25, 2026". A date has no time zone. */
function dayName(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at)
    ? day
    : new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
