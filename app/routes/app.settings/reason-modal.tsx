import { BlockStack, FormLayout, Modal, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';

import type { PolicyReason } from '../../domain/policy/policy.ts';

interface Props {
  readonly reason: PolicyReason;
  readonly onKeep: (reason: PolicyReason) => void;
  readonly onClose: () => void;
}

const LANGUAGES = [
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['it', 'Italian'],
  ['nl', 'Dutch'],
  ['ja', 'Japanese'],
] as const;

const LABEL_LIMIT = 80;

/** One reason's words, in the shop's language and in others. */
export function ReasonModal({ reason, onKeep, onClose }: Props) {
  const [label, setLabel] = useState(reason.label);
  const [translations, setTranslations] = useState(reason.translations);
  const isNew = reason.label === '';

  const keep = () => {
    const given = Object.entries(translations).map(([code, text]) => [code, text.trim()] as const);
    onKeep({
      ...reason,
      label: label.trim(),
      translations: Object.fromEntries(given.filter(([, text]) => text !== '')),
    });
  };

  return (
    <Modal
      open
      onClose={onClose}
      title={isNew ? 'Add reason' : 'Edit reason'}
      primaryAction={{ content: 'Done', onAction: keep, disabled: label.trim() === '' }}
      secondaryActions={[{ content: 'Back', onAction: onClose }]}
    >
      <Modal.Section>
        <FormLayout>
          <TextField
            label="Reason"
            value={label}
            onChange={setLabel}
            maxLength={LABEL_LIMIT}
            showCharacterCount
            autoComplete="off"
          />
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              Translations
            </Text>
            <Text as="p" tone="subdued">
              Customers read the text above where a translation is left empty.
            </Text>
          </BlockStack>
          <FormLayout.Group>
            {LANGUAGES.map(([code, name]) => (
              <TextField
                key={code}
                label={name}
                value={translations[code] ?? ''}
                onChange={(text) => setTranslations((before) => ({ ...before, [code]: text }))}
                maxLength={LABEL_LIMIT}
                autoComplete="off"
              />
            ))}
          </FormLayout.Group>
        </FormLayout>
      </Modal.Section>
    </Modal>
  );
}
