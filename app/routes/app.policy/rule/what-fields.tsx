import { BlockStack } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import { Choice } from '../fields/choice.tsx';
import { ExclusionsFields } from './exclusions-fields.tsx';
import type { SectionProps } from './section-props.ts';

export function WhatFields(section: SectionProps) {
  const { t } = useMessages();
  const { rule, onChange } = section;
  return (
    <BlockStack gap="400">
      <Choice
        title={t('policy.what.title')}
        choices={[
          { value: 'whole_order', label: t('policy.what.whole_order') },
          {
            value: 'lines',
            label: t('policy.what.lines.label'),
            helpText: t('policy.what.lines.help'),
          },
          { value: 'quantities', label: t('policy.what.quantities') },
        ]}
        value={rule.what}
        onChange={(what) => onChange({ what })}
      />
      <ExclusionsFields {...section} />
    </BlockStack>
  );
}
