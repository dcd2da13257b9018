import { BlockStack, Checkbox, Divider } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { WindowDraft } from '../draft/policy-draft.ts';
import { fieldId } from '../draft/fault-places.ts';
import { AmountsField } from '../fields/amounts-field.tsx';
import { useFault } from '../fields/form-context.ts';
import type { SectionProps } from './section-props.ts';
import { WindowFields } from './window-fields.tsx';

const ONE_HOUR: WindowDraft = {
  length: { count: '1', unit: 'hours' },
  cutOff: null,
  untilFulfillment: true,
};
const UNTIL_FULFILLMENT: WindowDraft = { length: null, cutOff: null, untilFulfillment: true };

/** Until when customers cancel at once, until when they ask, and what a person looks at in any case. */
export function WhenFields({ rule, path, onChange }: SectionProps) {
  const { t } = useMessages();
  const { instant, request, reviewAbove } = rule;
  const fault = useFault(`${path}.instant`);
  const noWindow = !instant && !request;
  return (
    <BlockStack gap="400">
      <BlockStack gap="300">
        <Checkbox
          id={fieldId(`${path}.instant`)}
          label={t('policy.when.instant.label')}
          helpText={t('policy.when.instant.help')}
          checked={instant !== null}
          onChange={(open) => onChange({ instant: open ? ONE_HOUR : null })}
          {...(noWindow && fault !== undefined ? { error: fault } : {})}
        />
        {instant && (
          <WindowFields
            path={`${path}.instant`}
            value={instant}
            onChange={(changed) => onChange({ instant: changed })}
          />
        )}
      </BlockStack>
      <Divider />
      <BlockStack gap="300">
        <Checkbox
          label={t('policy.when.request.label')}
          helpText={t('policy.when.request.help')}
          checked={request !== null}
          onChange={(open) => onChange({ request: open ? UNTIL_FULFILLMENT : null })}
        />
        {request && (
          <WindowFields
            path={`${path}.request`}
            value={request}
            onChange={(changed) => onChange({ request: changed })}
          />
        )}
      </BlockStack>
      <Divider />
      <BlockStack gap="300">
        <Checkbox
          label={t('policy.when.reviewAbove')}
          checked={reviewAbove !== null}
          onChange={(limited) => onChange({ reviewAbove: limited ? {} : null })}
        />
        {reviewAbove && (
          <AmountsField
            path={`${path}.reviewAbove`}
            label={t('policy.when.above')}
            value={reviewAbove}
            onChange={(amounts) => onChange({ reviewAbove: amounts })}
            otherwise={t('policy.when.otherCurrencies')}
          />
        )}
      </BlockStack>
    </BlockStack>
  );
}
