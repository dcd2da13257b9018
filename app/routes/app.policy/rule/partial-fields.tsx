import { BlockStack, Text } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import { Choice } from '../fields/choice.tsx';
import type { SectionProps } from './section-props.ts';

const PARTS = ['shipping', 'tip', 'duties'] as const;

export function PartialFields({ rule, onChange }: SectionProps) {
  const { t } = useMessages();
  const { partial } = rule;
  return (
    <BlockStack gap="400">
      <Text as="p" tone="subdued">
        {t('policy.partial.text')}
      </Text>
      {PARTS.map((part) => (
        <Choice
          key={part}
          title={t(`policy.partial.${part}`)}
          choices={[
            { value: 'keep', label: t('policy.partial.keep') },
            { value: 'proportional', label: t('policy.partial.proportional') },
          ]}
          value={partial[part]}
          onChange={(chosen) => onChange({ partial: { ...partial, [part]: chosen } })}
        />
      ))}
    </BlockStack>
  );
}
