import { BlockStack, Box, Button, ChoiceList, InlineStack, Select, Text } from '@shopify/polaris';
import { ChatIcon, DeleteIcon } from '@shopify/polaris-icons';

import type { Exclusion } from '../../../domain/policy/document/policy.ts';
import { EXCLUSION_LABELS } from '../../../presentation/policy/rule-words.ts';
import { fieldId } from '../draft/fault-places.ts';
import { CollectionsField } from '../fields/collections-field.tsx';
import { useFault, useShop } from '../fields/form-context.ts';
import { ValuesField } from '../fields/values-field.tsx';
import { WordingFields } from '../fields/wording-fields.tsx';

interface Props {
  readonly path: string;
  readonly exclusion: Exclusion;
  readonly onChange: (exclusion: Exclusion) => void;
  readonly onRemove: () => void;
}

/** One thing that is left out: what it is, what happens with it, and what customers are told. */
export function ExclusionFields({ path, exclusion, onChange, onRemove }: Props) {
  const { then, wording } = exclusion;
  const name = EXCLUSION_LABELS[exclusion.kind];
  return (
    <Box padding="300" paddingInlineStart="400" role="group" aria-label={name}>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h5" variant="bodyMd" fontWeight="medium">
            {name}
          </Text>
          <InlineStack gap="100" blockAlign="center" wrap={false}>
            <Select
              label={`What happens with: ${name}`}
              labelHidden
              options={[...OUTCOMES]}
              value={then}
              onChange={(chosen) =>
                onChange({ ...exclusion, then: chosen === 'review' ? 'review' : 'refuse' })
              }
            />
            <Button
              variant="tertiary"
              icon={ChatIcon}
              pressed={wording !== null}
              accessibilityLabel={`Use your own words for customers: ${name}`}
              onClick={() =>
                onChange({
                  ...exclusion,
                  wording: wording === null ? { label: '', translations: {} } : null,
                })
              }
            />
            <Button
              variant="tertiary"
              icon={DeleteIcon}
              accessibilityLabel={`Remove exclusion: ${name}`}
              onClick={onRemove}
            />
          </InlineStack>
        </InlineStack>
        <ExcludedValues path={`${path}.values`} exclusion={exclusion} onChange={onChange} />
        {wording && (
          <WordingFields
            path={`${path}.wording`}
            label="What customers read instead of the default text"
            longest={200}
            value={wording}
            onChange={(changed) => onChange({ ...exclusion, wording: changed })}
          />
        )}
      </BlockStack>
    </Box>
  );
}

const OUTCOMES = [
  { value: 'refuse', label: 'Cannot be cancelled' },
  { value: 'review', label: 'Manual review' },
] as const;

type ValuesProps = Pick<Props, 'path' | 'exclusion' | 'onChange'>;

/** Which of its kind are meant; nothing where there is nothing to choose. */
function ExcludedValues({ path, exclusion, onChange }: ValuesProps) {
  const { gateways } = useShop();
  const fault = useFault(path);
  switch (exclusion.kind) {
    case 'gift_card':
    case 'subscription':
    case 'pre_order':
    case 'personalised':
    case 'digital':
      return null;
    case 'risk_level':
      return (
        <div id={fieldId(path)} tabIndex={-1}>
          <ChoiceList
            allowMultiple
            title="Shopify’s fraud analysis"
            choices={[
              { value: 'MEDIUM', label: 'Medium risk' },
              { value: 'HIGH', label: 'High risk' },
            ]}
            selected={[...exclusion.values]}
            onChange={(chosen) =>
              onChange({
                ...exclusion,
                values: (['MEDIUM', 'HIGH'] as const).filter((level) => chosen.includes(level)),
              })
            }
            {...(fault === undefined ? {} : { error: fault })}
          />
        </div>
      );
    case 'collection':
      return (
        <CollectionsField
          path={path}
          value={exclusion.values}
          onChange={(values) => onChange({ ...exclusion, values })}
        />
      );
    default:
      return (
        <ValuesField
          path={path}
          label={VALUE_LABELS[exclusion.kind]}
          values={exclusion.values}
          onChange={(values) => onChange({ ...exclusion, values })}
          suggestions={exclusion.kind === 'payment_method' ? gateways : []}
        />
      );
  }
}

type NamedKind = Exclude<
  Extract<Exclusion, { values: readonly string[] }>['kind'],
  'collection' | 'risk_level'
>;

const VALUE_LABELS: Readonly<Record<NamedKind, string>> = {
  product_tag: 'Product tags',
  product_type: 'Product types',
  final_sale: 'Product tags that mark final sale',
  customer_tag: 'Customer tags',
  order_tag: 'Order tags',
  sales_channel: 'Sales channels',
  payment_method: 'Payment methods, as Shopify names them',
};
