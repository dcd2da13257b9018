import { Autocomplete, BlockStack, Icon } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { useEffect, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { sendJson } from '../../../components/form/send-json.ts';
import { type CollectionChoices, collectionChoices } from '../../../contract/policy/policy-view.ts';
import { fieldId } from '../draft/fault-places.ts';
import { useFault, useShop } from './form-context.ts';
import { TagList } from './tag-list.tsx';

interface Props {
  readonly path: string;
  /** Collection ids. */
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Typing is followed after this pause. */
const SEARCH_PAUSE_MS = 300;

/** The shop's collections, found by title. */
export function CollectionsField({ path, value, onChange }: Props) {
  const messages = useMessages();
  const { collectionTitles } = useShop();
  const fault = useFault(path);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<CollectionChoices | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [titles, setTitles] = useState(collectionTitles);

  useEffect(() => {
    let outdated = false;
    const search = async () => {
      const sent = await sendJson(
        messages,
        collectionChoices,
        `/api/staff/collections?${new URLSearchParams({ query: typed.trim() })}`,
      );
      if (outdated) return;
      setError(sent.ok ? null : (sent.refusals[0]?.message ?? null));
      if (!sent.ok) return;
      setFound(sent.value);
      setTitles((known) => ({
        ...known,
        ...Object.fromEntries(sent.value.map(({ id, title }) => [id, title])),
      }));
    };
    const timer = setTimeout(() => void search(), SEARCH_PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [typed, messages]);

  return (
    <BlockStack gap="200">
      <Autocomplete
        allowMultiple
        options={(found ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        selected={[...value]}
        onSelect={onChange}
        loading={found === null && error === null}
        emptyState={error ?? messages.t('policy.collections.none')}
        textField={
          <Autocomplete.TextField
            id={fieldId(path)}
            label={messages.t('policy.collections.label')}
            prefix={<Icon source={SearchIcon} />}
            placeholder={messages.t('policy.collections.search')}
            value={typed}
            onChange={setTyped}
            error={fault ?? error ?? false}
            autoComplete="off"
          />
        }
      />
      <TagList
        entries={value.map((id) => ({
          value: id,
          name: titles[id] ?? messages.t('policy.collections.unknown'),
        }))}
        onRemove={(removed) => onChange(value.filter((id) => id !== removed))}
      />
    </BlockStack>
  );
}
