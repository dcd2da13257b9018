import { BlockStack, Checkbox } from '@shopify/polaris';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { Dialog } from '../../../components/form/dialog.tsx';
import type { PolicyReason } from '../../../domain/policy/document/policy.ts';
import { WordingFields } from '../fields/wording-fields.tsx';

interface Props {
  /** Of the reason in the document: "reasons.0". */
  readonly path: string;
  readonly reason: PolicyReason;
  readonly isNew: boolean;
  readonly onKeep: (reason: PolicyReason) => void;
  readonly onClose: () => void;
}

/** One reason's words, in the shop's language and in others. */
export function ReasonModal({ path, reason, isNew, onKeep, onClose }: Props) {
  const { t } = useMessages();
  const [edited, setEdited] = useState(reason);
  return (
    <Dialog
      onClose={onClose}
      title={t(isNew ? 'policy.reason.add' : 'policy.reason.edit')}
      primaryAction={{
        content: t('done'),
        onAction: () => onKeep(edited),
        disabled: edited.label.trim() === '',
      }}
      secondaryAction={{ content: t('back'), onAction: onClose }}
    >
      <BlockStack gap="400">
        <WordingFields
          path={path}
          label={t('policy.reason.label')}
          longest={80}
          helpText={t('policy.reason.help')}
          value={edited}
          onChange={(wording) => setEdited({ ...edited, ...wording })}
        />
        <Checkbox
          label={t('policy.reason.needsComment')}
          checked={edited.needsComment}
          onChange={(needsComment) => setEdited({ ...edited, needsComment })}
        />
      </BlockStack>
    </Dialog>
  );
}
