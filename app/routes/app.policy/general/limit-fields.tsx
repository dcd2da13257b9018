import { BlockStack, Checkbox, InlineGrid } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
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
  const { t } = useMessages();
  return (
    <BlockStack gap="400">
      <Checkbox
        label={t('policy.limit.label')}
        checked={limit !== null}
        onChange={(limited) => onChange(limited ? TO_BEGIN_WITH : null)}
      />
      {limit && (
        <>
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <PolicyTextField
              path="limit.cancellations"
              label={t('policy.limit.cancellations')}
              inputMode="numeric"
              value={limit.cancellations}
              onChange={(cancellations) => onChange({ ...limit, cancellations })}
            />
            <PolicyTextField
              path="limit.days"
              label={t('policy.limit.within')}
              suffix={t('policy.requests.days.suffix')}
              inputMode="numeric"
              value={limit.days}
              onChange={(days) => onChange({ ...limit, days })}
            />
          </InlineGrid>
          <Choice
            title={t('policy.limit.then.title')}
            choices={[
              { value: 'refuse', label: t('policy.limit.then.refuse') },
              { value: 'review', label: t('policy.manualReview') },
            ]}
            value={limit.then}
            onChange={(then) => onChange({ ...limit, then })}
          />
          <PolicyTextField
            path="limit.exemptTag"
            label={t('policy.limit.exempt')}
            value={limit.exemptTag}
            onChange={(exemptTag) => onChange({ ...limit, exemptTag })}
          />
        </>
      )}
    </BlockStack>
  );
}
