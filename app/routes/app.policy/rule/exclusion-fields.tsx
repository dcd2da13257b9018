import { BlockStack, Box, Button, ChoiceList, InlineStack, Select, Text } from '@shopify/polaris';
import { ChatIcon, DeleteIcon } from '@shopify/polaris-icons';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { Exclusion } from '../../../domain/policy/document/policy.ts';
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
  const { t } = useMessages();
  const { then, wording } = exclusion;
  const name = t(`policy.exclusion.label.${exclusion.kind}`);
  return (
    <Box padding="300" paddingInlineStart="400" role="group" aria-label={name}>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h5" variant="bodyMd" fontWeight="medium">
            {name}
          </Text>
          <InlineStack gap="100" blockAlign="center" wrap={false}>
            <Select
              label={t('policy.exclusion.happens', { name })}
              labelHidden
              options={[
                { value: 'refuse', label: t('policy.exclusion.refuse') },
                { value: 'review', label: t('policy.manualReview') },
              ]}
              value={then}
              onChange={(chosen) =>
                onChange({ ...exclusion, then: chosen === 'review' ? 'review' : 'refuse' })
              }
            />
            <Button
              variant="tertiary"
              icon={ChatIcon}
              pressed={wording !== null}
              accessibilityLabel={t('policy.exclusion.ownWords', { name })}
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
              accessibilityLabel={t('policy.exclusion.remove', { name })}
              onClick={onRemove}
            />
          </InlineStack>
        </InlineStack>
        <ExcludedValues path={`${path}.values`} exclusion={exclusion} onChange={onChange} />
        {wording && (
          <WordingFields
            path={`${path}.wording`}
            label={t('policy.exclusion.wording')}
            longest={200}
            value={wording}
            onChange={(changed) => onChange({ ...exclusion, wording: changed })}
          />
        )}
      </BlockStack>
    </Box>
  );
}

type ValuesProps = Pick<Props, 'path' | 'exclusion' | 'onChange'>;

/** Which of its kind are meant; nothing where there is nothing to choose. */
function ExcludedValues({ path, exclusion, onChange }: ValuesProps) {
  const { t } = useMessages();
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
            title={t('policy.exclusion.risk.title')}
            choices={(['MEDIUM', 'HIGH'] as const).map((value) => ({
              value,
              label: t(`policy.exclusion.risk.${value}`),
            }))}
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
          label={t(`policy.exclusion.values.${exclusion.kind}`)}
          values={exclusion.values}
          onChange={(values) => onChange({ ...exclusion, values })}
          suggestions={exclusion.kind === 'payment_method' ? gateways : []}
        />
      );
  }
}
