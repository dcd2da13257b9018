import { BlockStack, Checkbox } from '@shopify/polaris';

import { Choice } from '../fields/choice.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { SectionProps } from './section-props.ts';

export function RefundFields({ rule, path, onChange }: SectionProps) {
  const { method, bonusPercent } = rule.refund;
  return (
    <BlockStack gap="400">
      <Choice
        title="Refund method"
        choices={[
          { value: 'original', label: 'To the original payment methods' },
          {
            value: 'store_credit',
            label: 'As store credit',
            helpText:
              'Where Shopify does not allow store credit, such as for guests, the refund goes to the original payment methods.',
          },
          { value: 'customers_choice', label: 'Customer chooses' },
        ]}
        value={method}
        onChange={(chosen) => onChange({ refund: { ...rule.refund, method: chosen } })}
      />
      {method !== 'original' && (
        <BlockStack gap="200">
          <Checkbox
            label="Add a bonus to store credit"
            checked={bonusPercent !== null}
            onChange={(added) =>
              onChange({ refund: { ...rule.refund, bonusPercent: added ? '5' : null } })
            }
          />
          {bonusPercent !== null && (
            <div style={{ maxWidth: '12rem' }}>
              <PolicyTextField
                path={`${path}.refund.storeCreditBonusPercent`}
                label="Bonus"
                suffix="%"
                inputMode="decimal"
                value={bonusPercent}
                onChange={(percent) =>
                  onChange({ refund: { ...rule.refund, bonusPercent: percent } })
                }
              />
            </div>
          )}
        </BlockStack>
      )}
    </BlockStack>
  );
}
