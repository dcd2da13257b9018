import { BlockStack, Text } from '@shopify/polaris';

import { Choice } from '../fields/choice.tsx';
import type { SectionProps } from './section-props.ts';

const PARTS = [
  ['shipping', 'Shipping'],
  ['tip', 'Tip'],
  ['duties', 'Duties'],
] as const;

export function PartialFields({ rule, onChange }: SectionProps) {
  const { partial } = rule;
  return (
    <BlockStack gap="400">
      <Text as="p" tone="subdued">
        When only part of an order is cancelled. Once no items are left to ship, all of it is
        refunded.
      </Text>
      {PARTS.map(([part, title]) => (
        <Choice
          key={part}
          title={title}
          choices={[
            { value: 'keep', label: 'Do not refund' },
            { value: 'proportional', label: 'Refund in proportion to the items' },
          ]}
          value={partial[part]}
          onChange={(chosen) => onChange({ partial: { ...partial, [part]: chosen } })}
        />
      ))}
    </BlockStack>
  );
}
