import { BlockStack, ChoiceList } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import { BUYERS } from '../../../domain/policy/document/policy.ts';
import { fieldId } from '../draft/fault-places.ts';
import { CountriesField } from '../fields/countries-field.tsx';
import { useFault } from '../fields/form-context.ts';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { SectionProps } from './section-props.ts';

export function WhoFields({ rule, path, onChange }: SectionProps) {
  const { t } = useMessages();
  const fault = useFault(`${path}.who`);
  return (
    <BlockStack gap="400">
      <PolicyTextField
        path={`${path}.name`}
        label={t('policy.who.name.label')}
        helpText={t('policy.who.name.help')}
        value={rule.name}
        onChange={(name) => onChange({ name })}
        maxLength={60}
      />
      <div id={fieldId(`${path}.who`)} tabIndex={-1}>
        <ChoiceList
          allowMultiple
          title={t('policy.who.title')}
          choices={BUYERS.map((buyer) => ({ value: buyer, label: t(`policy.buyer.${buyer}`) }))}
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
