import { BlockStack, Checkbox } from '@shopify/polaris';

import { ValuesField } from '../fields/values-field.tsx';
import type { SectionProps } from './section-props.ts';

export function RestockFields({ rule, path, onChange }: SectionProps) {
  const { restock } = rule;
  return (
    <BlockStack gap="400">
      <Checkbox
        label="Restock cancelled items"
        checked={restock.byDefault}
        onChange={(byDefault) => onChange({ restock: { ...restock, byDefault } })}
      />
      {restock.byDefault && (
        <ValuesField
          path={`${path}.restock.neverTags`}
          label="Except products tagged"
          helpText="Made to order, perishable, recalled. Press Enter after each tag."
          values={restock.neverTags}
          onChange={(neverTags) => onChange({ restock: { ...restock, neverTags } })}
        />
      )}
    </BlockStack>
  );
}
