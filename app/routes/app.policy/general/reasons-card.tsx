import {
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  Divider,
  InlineError,
  InlineStack,
  Text,
} from '@shopify/polaris';
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon, EditIcon, PlusIcon } from '@shopify/polaris-icons';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { Messages } from '../../../messages/message-types.ts';
import type { PolicyReason } from '../../../domain/policy/document/policy.ts';
import { fieldId } from '../draft/fault-places.ts';
import { moved } from '../draft/lists.ts';
import { newId } from '../draft/new-rule.ts';
import { ConfirmRemoval } from '../fields/confirm-removal.tsx';
import { useFault } from '../fields/form-context.ts';
import { ReasonModal } from './reason-modal.tsx';

interface Props {
  readonly reasons: readonly PolicyReason[];
  readonly onChange: (reasons: PolicyReason[]) => void;
}

/** The reasons customers choose from: add, edit, order, remove. */
export function ReasonsCard({ reasons, onChange }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [edited, setEdited] = useState<PolicyReason | null>(null);
  const [removed, setRemoved] = useState<PolicyReason | null>(null);
  const position = reasons.findIndex(({ id }) => id === edited?.id);

  const keep = (reason: PolicyReason) => {
    onChange(position === -1 ? [...reasons, reason] : reasons.with(position, reason));
    setEdited(null);
  };

  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="start" gap="300" wrap={false}>
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('policy.reasons.title')}{' '}
            </Text>
            <Text as="p" tone="subdued">
              {t('policy.reasons.text')}
            </Text>
          </BlockStack>
          <div style={{ flexShrink: 0 }}>
            <Button
              icon={PlusIcon}
              onClick={() =>
                setEdited({ id: newId('reason'), label: '', translations: {}, needsComment: false })
              }
            >
              {t('policy.reason.add')}{' '}
            </Button>
          </div>
        </InlineStack>
        <Fault path="reasons" shown={reasons.length === 0} />
      </Box>
      <ol
        style={{ listStyle: 'none', margin: 0, padding: 0 }}
        aria-label={t('policy.reasons.list')}
      >
        {reasons.map((reason, index) => (
          <li key={reason.id}>
            <Divider />
            <Box padding="200" paddingInlineStart="400" paddingInlineEnd="300">
              <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
                <BlockStack>
                  <Text as="span" breakWord>
                    {reason.label}
                  </Text>
                  <Text as="span" variant="bodySm" tone="subdued">
                    {detailsOf(reason, messages)}
                  </Text>
                </BlockStack>
                <ButtonGroup noWrap>
                  <Button
                    variant="tertiary"
                    icon={ArrowUpIcon}
                    accessibilityLabel={t('policy.list.up', { name: reason.label })}
                    disabled={index === 0}
                    onClick={() => onChange([...moved(reasons, index, -1)])}
                  />
                  <Button
                    variant="tertiary"
                    icon={ArrowDownIcon}
                    accessibilityLabel={t('policy.list.down', { name: reason.label })}
                    disabled={index === reasons.length - 1}
                    onClick={() => onChange([...moved(reasons, index, 1)])}
                  />
                  <Button
                    id={fieldId(`reasons.${index}.label`)}
                    variant="tertiary"
                    icon={EditIcon}
                    accessibilityLabel={t('policy.list.edit', { name: reason.label })}
                    onClick={() => setEdited(reason)}
                  />
                  <Button
                    variant="tertiary"
                    icon={DeleteIcon}
                    accessibilityLabel={t('policy.list.remove', { name: reason.label })}
                    onClick={() => setRemoved(reason)}
                  />
                </ButtonGroup>
              </InlineStack>
              <Fault path={`reasons.${index}`} shown />
            </Box>
          </li>
        ))}
      </ol>
      {removed && (
        <ConfirmRemoval
          what="reason"
          name={removed.label}
          onRemove={() => {
            onChange(reasons.filter(({ id }) => id !== removed.id));
            setRemoved(null);
          }}
          onClose={() => setRemoved(null)}
        />
      )}
      {edited && (
        <ReasonModal
          path={`reasons.${position === -1 ? reasons.length : position}`}
          reason={edited}
          isNew={position === -1}
          onKeep={keep}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

function Fault({ path, shown }: { readonly path: string; readonly shown: boolean }) {
  const fault = useFault(path);
  return shown && fault !== undefined ? (
    <InlineError message={fault} fieldID={fieldId(path)} />
  ) : null;
}

function detailsOf({ translations, needsComment }: PolicyReason, { t }: Messages<'staff'>): string {
  const count = Object.keys(translations).length;
  return t(needsComment ? 'policy.reasons.translationsAndComment' : 'policy.reasons.translations', {
    count,
  });
}
