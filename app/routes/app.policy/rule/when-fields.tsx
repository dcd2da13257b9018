import { BlockStack, Checkbox, Divider } from '@shopify/polaris';

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
  const { instant, request, reviewAbove } = rule;
  const fault = useFault(`${path}.instant`);
  const noWindow = !instant && !request;
  return (
    <BlockStack gap="400">
      <BlockStack gap="300">
        <Checkbox
          id={fieldId(`${path}.instant`)}
          label="Cancel instantly"
          helpText="The order is cancelled and refunded automatically."
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
          label="Cancel by request"
          helpText="You approve or decline each request under Requests. Usually open for longer."
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
          label="Manual review above an amount"
          checked={reviewAbove !== null}
          onChange={(limited) => onChange({ reviewAbove: limited ? {} : null })}
        />
        {reviewAbove && (
          <AmountsField
            path={`${path}.reviewAbove`}
            label="Above"
            value={reviewAbove}
            onChange={(amounts) => onChange({ reviewAbove: amounts })}
            otherwise="Orders in a currency without an amount are compared in your store’s currency."
          />
        )}
      </BlockStack>
    </BlockStack>
  );
}
