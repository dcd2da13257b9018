import { BlockStack, Box, Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons';

import type { ThresholdsDraft } from '../draft/policy-draft.ts';
import { AmountsField } from '../fields/amounts-field.tsx';
import { Choice } from '../fields/choice.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { SectionProps } from './section-props.ts';

const NOT_CONVERTED =
  'Amounts are not converted. In a currency without an amount, the discount is kept.';

export function DealsFields({ rule, path, onChange }: SectionProps) {
  const { thresholds } = rule;
  const change = (changed: Partial<ThresholdsDraft>) =>
    onChange({ thresholds: { ...thresholds, ...changed } });
  return (
    <BlockStack gap="400">
      <Choice
        title="If the remaining items no longer meet a discount’s minimum"
        choices={[
          { value: 'keep_the_deal', label: 'Keep the discount' },
          {
            value: 'recalculate',
            label: 'Deduct the lost discount from the refund',
            helpText: 'The customer sees it before they confirm.',
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
  return (
    <BlockStack gap="300">
      <Checkbox
        label="Free shipping from a minimum"
        checked={freeShipping !== null}
        onChange={(named) => onChange({ freeShipping: named ? { minimum: {}, price: {} } : null })}
      />
      {freeShipping && (
        <>
          <AmountsField
            path={`${path}.thresholds.freeShipping.minimum`}
            label="Shipping is free from"
            value={freeShipping.minimum}
            onChange={(minimum) => onChange({ freeShipping: { ...freeShipping, minimum } })}
            otherwise={NOT_CONVERTED}
          />
          <AmountsField
            path={`${path}.thresholds.freeShipping.price`}
            label="Shipping price below the minimum"
            value={freeShipping.price}
            onChange={(price) => onChange({ freeShipping: { ...freeShipping, price } })}
            otherwise={NOT_CONVERTED}
          />
        </>
      )}
    </BlockStack>
  );
}

function DiscountsFields({ path, thresholds: { discounts }, onChange }: DealProps) {
  return (
    <BlockStack gap="300">
      <Text as="h4" variant="headingSm">
        Discounts with a minimum
      </Text>
      {discounts.map((discount, index) => (
        <Box key={index} padding="400" borderWidth="025" borderColor="border" borderRadius="200">
          <BlockStack gap="300">
            <InlineStack gap="200" wrap={false} blockAlign="end">
              <div style={{ flex: 1 }}>
                <PolicyTextField
                  path={`${path}.thresholds.discounts.${index}.title`}
                  label="Code or title, as it stands on orders"
                  value={discount.title}
                  onChange={(title) =>
                    onChange({ discounts: discounts.with(index, { ...discount, title }) })
                  }
                />
              </div>
              <Button
                variant="tertiary"
                icon={DeleteIcon}
                accessibilityLabel={`Remove the discount ${discount.title}`}
                onClick={() => onChange({ discounts: discounts.toSpliced(index, 1) })}
              />
            </InlineStack>
            <AmountsField
              path={`${path}.thresholds.discounts.${index}.minimum`}
              label="Minimum order value"
              value={discount.minimum}
              onChange={(minimum) =>
                onChange({ discounts: discounts.with(index, { ...discount, minimum }) })
              }
              otherwise={NOT_CONVERTED}
            />
          </BlockStack>
        </Box>
      ))}
      <InlineStack>
        <Button
          icon={PlusIcon}
          onClick={() => onChange({ discounts: [...discounts, { title: '', minimum: {} }] })}
        >
          Add a discount
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
