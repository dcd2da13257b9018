import { BlockStack, Checkbox, InlineGrid } from '@shopify/polaris';

import type { LimitDraft } from '../draft/policy-draft.ts';
import { Choice } from '../fields/choice.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';

interface Props {
  readonly limit: LimitDraft | null;
  readonly onChange: (limit: LimitDraft | null) => void;
}

const TO_BEGIN_WITH: LimitDraft = { cancellations: '3', days: '30', then: 'review', exemptTag: '' };

/** How often one customer may cancel, and what happens beyond. */
export function LimitFields({ limit, onChange }: Props) {
  return (
    <BlockStack gap="400">
      <Checkbox
        label="Limit how often one customer cancels"
        checked={limit !== null}
        onChange={(limited) => onChange(limited ? TO_BEGIN_WITH : null)}
      />
      {limit && (
        <>
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <PolicyTextField
              path="limit.cancellations"
              label="Cancellations"
              inputMode="numeric"
              value={limit.cancellations}
              onChange={(cancellations) => onChange({ ...limit, cancellations })}
            />
            <PolicyTextField
              path="limit.days"
              label="Within"
              suffix="days"
              inputMode="numeric"
              value={limit.days}
              onChange={(days) => onChange({ ...limit, days })}
            />
          </InlineGrid>
          <Choice
            title="When the limit is reached"
            choices={[
              { value: 'refuse', label: 'Customers cannot cancel here' },
              { value: 'review', label: 'Manual review' },
            ]}
            value={limit.then}
            onChange={(then) => onChange({ ...limit, then })}
          />
          <PolicyTextField
            path="limit.exemptTag"
            label="Except customers tagged"
            value={limit.exemptTag}
            onChange={(exemptTag) => onChange({ ...limit, exemptTag })}
          />
        </>
      )}
    </BlockStack>
  );
}
