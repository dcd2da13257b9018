import { TextField } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';

interface Props {
  /** ISO dates; empty for an open side. */
  readonly from: string;
  readonly to: string;
  readonly onChange: (from: string, to: string) => void;
}

/** Two days, from one to the other, by the browser's own fields for dates. */
export function DayRangeFields({ from, to, onChange }: Props) {
  const { t } = useMessages();
  return (
    <>
      <TextField
        label={t('historyPage.dates.from')}
        type="date"
        autoComplete="off"
        value={from}
        max={to}
        onChange={(day) => onChange(day, to)}
      />
      <TextField
        label={t('historyPage.dates.to')}
        type="date"
        autoComplete="off"
        value={to}
        min={from}
        onChange={(day) => onChange(from, day)}
      />
    </>
  );
}
