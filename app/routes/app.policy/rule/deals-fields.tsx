import { BlockStack, Box, Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { ThresholdsDraft } from '../draft/policy-draft.ts';
import { AmountsField } from '../fields/amounts-field.tsx';
import { Choice } from '../fields/choice.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { SectionProps } from './section-props.ts';

export function DealsFields({ rule, path, onChange }: SectionProps) {
  const { t } = useMessages();
  const { thresholds } = rule;
  const change = (changed: Partial<ThresholdsDraft>) =>
    onChange({ thresholds: { ...thresholds, ...changed } });
  return (
    <BlockStack gap="400">
      <Choice
        title={t('policy.deals.title')}
        choices={[
          { value: 'keep_the_deal', label: t('policy.deals.keep') },
          {
            value: 'recalculate',
            label: t('policy.deals.recalculate.label'),
            helpText: t('policy.deals.recalculate.help'),
          },
        ]}
        value={thresholds.behaviour}
        onChange={(behaviour) => change({ behaviour })}
      />
      {thresholds.behaviour === 'recalculate' && (
        <>
          <FreeShippingFields path={path} thresholds={thresholds} onChange={change} />
          <DiscountsFields path={path} thresholds={thresholds} onChange={change} />
        </>
      )}
    </BlockStack>
  );
}

interface DealProps {
  readonly path: string;
  readonly thresholds: ThresholdsDraft;
  readonly onChange: (change: Partial<ThresholdsDraft>) => void;
}

function FreeShippingFields({ path, thresholds: { freeShipping }, onChange }: DealProps) {
  const { t } = useMessages();
  return (
    <BlockStack gap="300">
      <Checkbox
        label={t('policy.deals.freeShipping')}
        checked={freeShipping !== null}
        onChange={(named) => onChange({ freeShipping: named ? { minimum: {}, price: {} } : null })}
      />
      {freeShipping && (
        <>
          <AmountsField
            path={`${path}.thresholds.freeShipping.minimum`}
            label={t('policy.deals.shippingFreeFrom')}
            value={freeShipping.minimum}
            onChange={(minimum) => onChange({ freeShipping: { ...freeShipping, minimum } })}
            otherwise={t('policy.deals.notConverted')}
          />
          <AmountsField
            path={`${path}.thresholds.freeShipping.price`}
            label={t('policy.deals.shippingPrice')}
            value={freeShipping.price}
            onChange={(price) => onChange({ freeShipping: { ...freeShipping, price } })}
            otherwise={t('policy.deals.notConverted')}
          />
        </>
      )}
    </BlockStack>
  );
}

function DiscountsFields({ path, thresholds: { discounts }, onChange }: DealProps) {
  const { t } = useMessages();
  return (
    <BlockStack gap="300">
      <Text as="h4" variant="headingSm">
        {t('policy.deals.discounts')}
      </Text>
      {discounts.map((discount, index) => (
        <Box key={index} padding="400" borderWidth="025" borderColor="border" borderRadius="200">
          <BlockStack gap="300">
            <InlineStack gap="200" wrap={false} blockAlign="end">
              <div style={{ flex: 1 }}>
                <PolicyTextField
                  path={`${path}.thresholds.discounts.${index}.title`}
                  label={t('policy.deals.discountTitle')}
                  value={discount.title}
                  onChange={(title) =>
                    onChange({ discounts: discounts.with(index, { ...discount, title }) })
                  }
                />
              </div>
              <Button
                variant="tertiary"
                icon={DeleteIcon}
                accessibilityLabel={t('policy.deals.removeDiscount', { title: discount.title })}
                onClick={() => onChange({ discounts: discounts.toSpliced(index, 1) })}
              />
            </InlineStack>
            <AmountsField
              path={`${path}.thresholds.discounts.${index}.minimum`}
              label={t('policy.deals.minimum')}
              value={discount.minimum}
              onChange={(minimum) =>
                onChange({ discounts: discounts.with(index, { ...discount, minimum }) })
              }
              otherwise={t('policy.deals.notConverted')}
            />
          </BlockStack>
        </Box>
      ))}
      <InlineStack>
        <Button
          icon={PlusIcon}
          onClick={() => onChange({ discounts: [...discounts, { title: '', minimum: {} }] })}
        >
          {t('policy.deals.add')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
