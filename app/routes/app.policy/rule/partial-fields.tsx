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
        When only a part of an order is cancelled. Once nothing is left to send, all of it comes
        back.
      </Text>
      {PARTS.map(([part, title]) => (
        <Choice
          key={part}
          title={title}
          choices={[
            { value: 'keep', label: 'Stays paid' },
            { value: 'proportional', label: 'A share comes back, as large as that of the goods' },
          ]}
          value={partial[part]}
          onChange={(chosen) => onChange({ partial: { ...partial, [part]: chosen } })}
        />
      ))}
    </BlockStack>
  );
}
