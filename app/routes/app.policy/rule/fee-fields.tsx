import { BlockStack } from '@shopify/polaris';

import { AmountsField } from '../fields/amounts-field.tsx';
import { Choice } from '../fields/choice.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { FeeDraft } from '../draft/policy-draft.ts';
import type { SectionProps } from './section-props.ts';

export function FeeFields({ rule, path, onChange }: SectionProps) {
  const { fee } = rule;
  const change = (changed: Partial<FeeDraft>) => onChange({ fee: { ...fee, ...changed } });
  return (
    <BlockStack gap="400">
      <Choice
        title="Cancellation fee"
        choices={[
          { value: 'none', label: 'No fee' },
          { value: 'fixed', label: 'A fixed amount' },
          { value: 'percent', label: 'A percentage' },
        ]}
        value={fee.kind}
        onChange={(kind) => change({ kind })}
      />
      {fee.kind === 'fixed' && (
        <AmountsField
          path={`${path}.fee.amounts`}
          label="Amount"
          value={fee.amounts}
          onChange={(amounts) => change({ amounts })}
          otherwise="Amounts are not converted. Orders in a currency without an amount have no fee."
        />
      )}
      {fee.kind === 'percent' && (
        <div style={{ maxWidth: '12rem' }}>
          <PolicyTextField
            path={`${path}.fee.percent`}
            label="Percentage"
            suffix="%"
            inputMode="decimal"
            value={fee.percent}
            onChange={(percent) => change({ percent })}
          />
        </div>
      )}
      {fee.kind !== 'none' && (
        <Choice
          title="Deduct the fee from"
          choices={[
            { value: 'goods', label: 'The goods' },
            { value: 'goods_and_shipping', label: 'The goods and shipping' },
          ]}
          value={fee.touches}
          onChange={(touches) => change({ touches })}
        />
      )}
    </BlockStack>
  );
}
