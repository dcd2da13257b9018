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

import { countryName } from '../../../presentation/policy/rule-words.ts';
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
const COUNTRIES = COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code) })).sort(
  (a, b) => a.label.localeCompare(b.label, 'en'),
);

/** The countries a rule is for; none chosen is everywhere. */
export function CountriesField({ path, value, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const fault = useFault(path);
  const options = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return COUNTRIES.filter(({ label }) => label.toLowerCase().includes(wanted)).slice(
      0,
      MOST_SHOWN,
    );
  }, [typed]);

  return (
    <BlockStack gap="200">
      <Autocomplete
        allowMultiple
        options={options}
        selected={[...value]}
        onSelect={onChange}
        emptyState="No country has this name."
        textField={
          <Autocomplete.TextField
            id={fieldId(path)}
            label="Countries"
            helpText="Where the order is delivered, or billed when nothing is delivered. Leave empty for everywhere."
            prefix={<Icon source={SearchIcon} />}
            placeholder={value.length === 0 ? 'Everywhere' : 'Add a country'}
            value={typed}
            onChange={setTyped}
            error={fault ?? false}
            autoComplete="off"
          />
        }
      />
      <TagList
        entries={value.map((code) => ({ value: code, name: countryName(code) }))}
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
            Add the countries of a market
          </Button>
        }
      >
        <ActionList
          items={offered.map(({ name, countries }) => ({
            content: name,
            helpText: `${countries.length} ${countries.length === 1 ? 'country' : 'countries'}`,
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
