import {
  Autocomplete,
  BlockStack,
  Button,
  Icon,
  InlineStack,
  Popover,
  ActionList,
} from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { useMemo, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { countryName } from '../../../presentation/text/names.ts';
import { fieldId } from '../draft/fault-places.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { useFault, useShop } from './form-context.ts';
import { TagList } from './tag-list.tsx';

interface Props {
  readonly path: string;
  readonly value: readonly string[];
  readonly onChange: (countries: string[]) => void;
}

const MOST_SHOWN = 40;

/** In the order of the reader's alphabet. */
const countriesIn = (locale: string) =>
  COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code, locale) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );

/** The countries a rule is for; none chosen is everywhere. */
export function CountriesField({ path, value, onChange }: Props) {
  const { t, locale } = useMessages();
  const [typed, setTyped] = useState('');
  const fault = useFault(path);
  const countries = useMemo(() => countriesIn(locale), [locale]);
  const options = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return countries
      .filter(({ label }) => label.toLowerCase().includes(wanted))
      .slice(0, MOST_SHOWN);
  }, [typed, countries]);

  return (
    <BlockStack gap="200">
      <Autocomplete
        allowMultiple
        options={options}
        selected={[...value]}
        onSelect={onChange}
        emptyState={t('policy.countries.none')}
        textField={
          <Autocomplete.TextField
            id={fieldId(path)}
            label={t('policy.countries.label')}
            helpText={t('policy.countries.help')}
            prefix={<Icon source={SearchIcon} />}
            placeholder={t(
              value.length === 0 ? 'policy.countries.everywhere' : 'policy.countries.add',
            )}
            value={typed}
            onChange={setTyped}
            error={fault ?? false}
            autoComplete="off"
          />
        }
      />
      <TagList
        entries={value.map((code) => ({ value: code, name: countryName(code, locale) }))}
        onRemove={(removed) => onChange(value.filter((code) => code !== removed))}
      />
      <FromMarket chosen={value} onAdd={(codes) => onChange([...new Set([...value, ...codes])])} />
    </BlockStack>
  );
}

interface FromMarketProps {
  readonly chosen: readonly string[];
  readonly onAdd: (codes: readonly string[]) => void;
}

function FromMarket({ chosen, onAdd }: FromMarketProps) {
  const { t } = useMessages();
  const { markets } = useShop();
  const [open, setOpen] = useState(false);
  const offered = markets.filter(({ countries }) =>
    countries.some((code) => !chosen.includes(code)),
  );
  if (offered.length === 0) return null;
  return (
    <InlineStack>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button variant="plain" disclosure onClick={() => setOpen(!open)}>
            {t('policy.countries.fromMarket')}
          </Button>
        }
      >
        <ActionList
          items={offered.map(({ name, countries }) => ({
            content: name,
            helpText: t('policy.countries.count', { count: countries.length }),
            onAction: () => {
              onAdd(countries);
              setOpen(false);
            },
          }))}
        />
      </Popover>
    </InlineStack>
  );
}
