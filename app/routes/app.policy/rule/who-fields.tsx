import { BlockStack, ChoiceList } from '@shopify/polaris';

import { BUYERS } from '../../../domain/policy/document/policy.ts';
import { BUYER_LABELS } from '../../../presentation/policy/rule-words.ts';
import { fieldId } from '../draft/fault-places.ts';
import { CountriesField } from '../fields/countries-field.tsx';
import { useFault } from '../fields/form-context.ts';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { SectionProps } from './section-props.ts';

export function WhoFields({ rule, path, onChange }: SectionProps) {
  const fault = useFault(`${path}.who`);
  return (
    <BlockStack gap="400">
      <PolicyTextField
        path={`${path}.name`}
        label="Name of the rule"
        helpText="Only staff read it."
        value={rule.name}
        onChange={(name) => onChange({ name })}
        maxLength={60}
      />
      <div id={fieldId(`${path}.who`)} tabIndex={-1}>
        <ChoiceList
          allowMultiple
          title="This rule is for"
          choices={BUYERS.map((buyer) => ({ value: buyer, label: BUYER_LABELS[buyer] }))}
          selected={[...rule.who]}
          onChange={(chosen) => onChange({ who: BUYERS.filter((buyer) => chosen.includes(buyer)) })}
          {...(fault === undefined ? {} : { error: fault })}
        />
      </div>
      <CountriesField
        path={`${path}.countries`}
        value={rule.countries}
        onChange={(countries) => onChange({ countries })}
      />
    </BlockStack>
  );
}
