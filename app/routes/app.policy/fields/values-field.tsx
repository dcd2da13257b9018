import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { fieldId } from '../draft/fault-places.ts';
import { useFault } from './form-context.ts';
import { TagList } from './tag-list.tsx';

interface Props {
  readonly path: string;
  readonly label: string;
  readonly helpText?: string;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
  /** Values the shop is known to have. */
  readonly suggestions?: readonly string[];
}

/** A list of words, such as tags: typed one after the other, taken over by Enter or a comma. */
export function ValuesField({ path, label, helpText, values, onChange, suggestions = [] }: Props) {
  const { t } = useMessages();
  const [typed, setTyped] = useState('');
  const fault = useFault(path);
  const fresh = suggestions.filter((suggestion) => !values.includes(suggestion));

  const add = (text: string) => {
    const added = text
      .split(',')
      .map((word) => word.trim())
      .filter((word, index, all) => word !== '' && all.indexOf(word) === index)
      .filter((word) => !values.includes(word));
    if (added.length > 0) onChange([...values, ...added]);
    setTyped('');
  };

  return (
    <BlockStack gap="200">
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add(typed);
        }}
      >
        <TextField
          id={fieldId(path)}
          label={label}
          helpText={helpText ?? t('policy.values.help')}
          value={typed}
          onChange={(text) => (text.includes(',') ? add(text) : setTyped(text))}
          onBlur={() => add(typed)}
          error={fault ?? false}
          autoComplete="off"
        />
      </div>
      <TagList
        entries={values.map((value) => ({ value, name: value }))}
        onRemove={(removed) => onChange(values.filter((value) => value !== removed))}
      />
      {fresh.length > 0 && (
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" variant="bodySm" tone="subdued">
            {t('policy.values.used')}
          </Text>
          {fresh.map((suggestion) => (
            <Button key={suggestion} variant="plain" onClick={() => add(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
