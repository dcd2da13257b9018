import { BlockStack, Checkbox, InlineGrid, Select, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

import { useShop } from '../fields/form-context.ts';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { LengthUnit, WindowDraft } from '../draft/policy-draft.ts';

interface Props {
  /** Of the window in the document: "rules.0.instant". */
  readonly path: string;
  readonly value: WindowDraft;
  readonly onChange: (value: WindowDraft) => void;
}

const UNITS: readonly { readonly value: LengthUnit; readonly label: string }[] = [
  { value: 'minutes', label: 'minutes' },
  { value: 'hours', label: 'hours' },
  { value: 'days', label: 'days' },
];

/** The limits of a window; each one that is ticked has to hold. */
export function WindowFields({ path, value, onChange }: Props) {
  const { timeZone } = useShop();
  const { length, cutOff, untilFulfillment } = value;
  return (
    <div style={{ paddingInlineStart: '1.75rem' }}>
      <BlockStack gap="200">
        <Checkbox
          label="For a fixed time after the order"
          checked={length !== null}
          onChange={(fixed) =>
            onChange({ ...value, length: fixed ? { count: '60', unit: 'minutes' } : null })
          }
        />
        {length && (
          <Indented>
            <InlineGrid columns={{ xs: 2, sm: ['oneThird', 'oneThird'] }} gap="200">
              <PolicyTextField
                path={`${path}.minutes`}
                label="How long"
                labelHidden
                inputMode="numeric"
                value={length.count}
                onChange={(count) => onChange({ ...value, length: { ...length, count } })}
              />
              <Select
                label="Minutes, hours or days"
                labelHidden
                options={[...UNITS]}
                value={length.unit}
                onChange={(chosen) => {
                  const unit = UNITS.find((known) => known.value === chosen)?.value ?? 'minutes';
                  onChange({ ...value, length: { ...length, unit } });
                }}
              />
            </InlineGrid>
          </Indented>
        )}
        <Checkbox
          label="Until a time of the day"
          helpText="The first one after the order that falls on an opening day."
          checked={cutOff !== null}
          onChange={(timed) => onChange({ ...value, cutOff: timed ? '14:00' : null })}
        />
        {cutOff !== null && (
          <Indented>
            <PolicyTextField
              path={`${path}.cutOff`}
              label="Time of the day"
              labelHidden
              type="time"
              value={cutOff}
              onChange={(time) => onChange({ ...value, cutOff: time })}
              helpText={`In your store’s time zone, ${timeZone}.`}
            />
          </Indented>
        )}
        <Checkbox
          label="Until fulfillment starts"
          checked={untilFulfillment}
          onChange={(until) => onChange({ ...value, untilFulfillment: until })}
        />
        {length === null && cutOff === null && !untilFulfillment && (
          <Text as="p" tone="subdued">
            With no limit, it is possible until the goods are sent.
          </Text>
        )}
      </BlockStack>
    </div>
  );
}

function Indented({ children }: { readonly children: ReactNode }) {
  return <div style={{ paddingInlineStart: '1.75rem', maxWidth: '24rem' }}>{children}</div>;
}
