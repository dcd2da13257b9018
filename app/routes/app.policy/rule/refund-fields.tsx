import { BlockStack, Checkbox } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import { Choice } from '../fields/choice.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { SectionProps } from './section-props.ts';

export function RefundFields({ rule, path, onChange }: SectionProps) {
  const { t } = useMessages();
  const { method, bonusPercent } = rule.refund;
  return (
    <BlockStack gap="400">
      <Choice
        title={t('policy.refund.title')}
        choices={[
          { value: 'original', label: t('policy.refund.original') },
          {
            value: 'store_credit',
            label: t('policy.refund.store_credit.label'),
            helpText: t('policy.refund.store_credit.help'),
          },
          { value: 'customers_choice', label: t('policy.refund.customers_choice') },
        ]}
        value={method}
        onChange={(chosen) => onChange({ refund: { ...rule.refund, method: chosen } })}
      />
      {method !== 'original' && (
        <BlockStack gap="200">
          <Checkbox
            label={t('policy.refund.addBonus')}
            checked={bonusPercent !== null}
            onChange={(added) =>
              onChange({ refund: { ...rule.refund, bonusPercent: added ? '5' : null } })
            }
          />
          {bonusPercent !== null && (
            <div style={{ maxWidth: '12rem' }}>
              <PolicyTextField
                path={`${path}.refund.storeCreditBonusPercent`}
                label={t('policy.refund.bonus')}
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
