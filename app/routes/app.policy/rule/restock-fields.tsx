import { BlockStack, Checkbox } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import { ValuesField } from '../fields/values-field.tsx';
import type { SectionProps } from './section-props.ts';

export function RestockFields({ rule, path, onChange }: SectionProps) {
  const { t } = useMessages();
  const { restock } = rule;
  return (
    <BlockStack gap="400">
      <Checkbox
        label={t('policy.restock.label')}
        checked={restock.byDefault}
        onChange={(byDefault) => onChange({ restock: { ...restock, byDefault } })}
      />
      {restock.byDefault && (
        <ValuesField
          path={`${path}.restock.neverTags`}
          label={t('policy.restock.except.label')}
          helpText={t('policy.restock.except.help')}
          values={restock.neverTags}
          onChange={(neverTags) => onChange({ restock: { ...restock, neverTags } })}
        />
      )}
    </BlockStack>
  );
}
