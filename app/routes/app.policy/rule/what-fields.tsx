import { BlockStack } from '@shopify/polaris';

import { Choice } from '../fields/choice.tsx';
import { ExclusionsFields } from './exclusions-fields.tsx';
import type { SectionProps } from './section-props.ts';

export function WhatFields(section: SectionProps) {
  const { rule, onChange } = section;
  return (
    <BlockStack gap="400">
      <Choice
        title="Customers can cancel"
        choices={[
          { value: 'whole_order', label: 'Whole orders only' },
          {
            value: 'lines',
            label: 'Whole orders, or single items',
            helpText: 'An item goes with all its units.',
          },
          { value: 'quantities', label: 'Whole orders, single items, or some units of an item' },
        ]}
        value={rule.what}
        onChange={(what) => onChange({ what })}
      />
      <ExclusionsFields {...section} />
    </BlockStack>
  );
}
