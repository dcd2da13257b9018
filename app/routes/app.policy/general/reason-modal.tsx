import { BlockStack, Checkbox } from '@shopify/polaris';
import { useState } from 'react';

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
  const [edited, setEdited] = useState(reason);
  return (
    <Dialog
      onClose={onClose}
      title={isNew ? 'Add reason' : 'Edit reason'}
      primaryAction={{
        content: 'Done',
        onAction: () => onKeep(edited),
        disabled: edited.label.trim() === '',
      }}
      secondaryAction={{ content: 'Back', onAction: onClose }}
    >
      <BlockStack gap="400">
        <WordingFields
          path={path}
          label="Reason"
          longest={80}
          helpText="Customers read this where there is no translation."
          value={edited}
          onChange={(wording) => setEdited({ ...edited, ...wording })}
        />
        <Checkbox
          label="The customer has to add a comment"
          checked={edited.needsComment}
          onChange={(needsComment) => setEdited({ ...edited, needsComment })}
        />
      </BlockStack>
    </Dialog>
  );
}
