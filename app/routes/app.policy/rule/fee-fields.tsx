import { BlockStack } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import { AmountsField } from '../fields/amounts-field.tsx';
import { Choice } from '../fields/choice.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { FeeDraft } from '../draft/policy-draft.ts';
import type { SectionProps } from './section-props.ts';

export function FeeFields({ rule, path, onChange }: SectionProps) {
  const { t } = useMessages();
  const { fee } = rule;
  const change = (changed: Partial<FeeDraft>) => onChange({ fee: { ...fee, ...changed } });
  return (
    <BlockStack gap="400">
      <Choice
        title={t('policy.fee.title')}
        choices={[
          { value: 'none', label: t('policy.fee.none') },
          { value: 'fixed', label: t('policy.fee.fixed') },
          { value: 'percent', label: t('policy.fee.percent') },
        ]}
        value={fee.kind}
        onChange={(kind) => change({ kind })}
      />
      {fee.kind === 'fixed' && (
        <AmountsField
          path={`${path}.fee.amounts`}
          label={t('policy.fee.amount')}
          value={fee.amounts}
          onChange={(amounts) => change({ amounts })}
          otherwise={t('policy.fee.notConverted')}
        />
      )}
      {fee.kind === 'percent' && (
        <div style={{ maxWidth: '12rem' }}>
          <PolicyTextField
            path={`${path}.fee.percent`}
            label={t('policy.fee.percentage')}
            suffix="%"
            inputMode="decimal"
            value={fee.percent}
            onChange={(percent) => change({ percent })}
          />
        </div>
      )}
      {fee.kind !== 'none' && (
        <Choice
          title={t('policy.fee.touches.title')}
          choices={[
            { value: 'goods', label: t('policy.fee.touches.goods') },
            { value: 'goods_and_shipping', label: t('policy.fee.touches.goods_and_shipping') },
          ]}
          value={fee.touches}
          onChange={(touches) => change({ touches })}
        />
      )}
    </BlockStack>
  );
}
