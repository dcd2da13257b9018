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
import { Fragment, useState } from 'react';

import type { PolicyReason } from '../../domain/policy/policy.ts';
import type { PolicyFieldProps } from './policy-cards.tsx';
import { type PolicyFaults, moved } from './policy-draft.ts';
import { ReasonModal } from './reason-modal.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Long enough that no two reasons of a shop ever get the same, also after one was removed. */
const newReasonId = (): string => `custom_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;

/** The reasons customers choose from: add, edit, order, remove. */
export function ReasonsCard({ draft: { reasons }, faults, onChange }: PolicyFieldProps) {
  const [edited, setEdited] = useState<PolicyReason | null>(null);

  const keep = (reason: PolicyReason) => {
    const known = reasons.some(({ id }) => id === reason.id);
    onChange({
      reasons: known
        ? reasons.map((before) => (before.id === reason.id ? reason : before))
        : [...reasons, reason],
    });
    setEdited(null);
  };
  const move = (index: number, by: -1 | 1) => onChange({ reasons: moved(reasons, index, by) });

  return (
    <SettingsSection
      title="Reasons"
      description="Customers choose one of these, in this order, in their own language where there is a translation."
    >
      <Card padding="0">
        {reasons.map((reason, index) => (
          <Fragment key={reason.id}>
            <Box padding="300" paddingInlineStart="400">
              <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
                <BlockStack>
                  <Text as="span" fontWeight="medium" breakWord>
                    {reason.label}
                  </Text>
                  <Text as="span" variant="bodySm" tone="subdued">
                    {translationCount(reason)}
                  </Text>
                </BlockStack>
                <ButtonGroup noWrap>
                  <Button
                    variant="tertiary"
                    icon={ArrowUpIcon}
                    accessibilityLabel={`Move “${reason.label}” up`}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <Button
                    variant="tertiary"
                    icon={ArrowDownIcon}
                    accessibilityLabel={`Move “${reason.label}” down`}
                    disabled={index === reasons.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <Button
                    variant="tertiary"
                    icon={EditIcon}
                    accessibilityLabel={`Edit “${reason.label}”`}
                    onClick={() => setEdited(reason)}
                  />
                  <Button
                    variant="tertiary"
                    icon={DeleteIcon}
                    accessibilityLabel={`Remove “${reason.label}”`}
                    onClick={() => onChange({ reasons: reasons.toSpliced(index, 1) })}
                  />
                </ButtonGroup>
              </InlineStack>
              <Fault message={faultOf(faults, index)} fieldId={`reason-${reason.id}`} />
            </Box>
            <Divider />
          </Fragment>
        ))}
        <Box padding="400">
          <BlockStack gap="200" inlineAlign="start">
            <Fault message={faults['reasons']} fieldId="reasons" />
            <Button
              icon={PlusIcon}
              onClick={() => setEdited({ id: newReasonId(), label: '', translations: {} })}
            >
              Add reason
            </Button>
          </BlockStack>
        </Box>
      </Card>
      {edited && <ReasonModal reason={edited} onKeep={keep} onClose={() => setEdited(null)} />}
    </SettingsSection>
  );
}

function Fault({
  message,
  fieldId,
}: {
  readonly message: string | undefined;
  readonly fieldId: string;
}) {
  return message === undefined ? null : <InlineError message={message} fieldID={fieldId} />;
}

/** The first fault anywhere in one reason. */
const faultOf = (faults: PolicyFaults, index: number): string | undefined =>
  Object.entries(faults).find(([path]) => path.startsWith(`reasons.${index}.`))?.[1];

function translationCount({ translations }: PolicyReason): string {
  const count = Object.keys(translations).length;
  return count === 1 ? '1 translation' : `${count} translations`;
}
