import { Text } from '@shopify/polaris';

import { Dialog } from '../../../components/form/dialog.tsx';

interface Props {
  /** What is removed, as in "the reason “Too slow”". */
  readonly what: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The question before a part of the policy goes, which takes its fields and translations with it. */
export function ConfirmRemoval({ what, onRemove, onClose }: Props) {
  return (
    <Dialog
      title="Remove from the policy"
      onClose={onClose}
      destructiveAction={{ content: 'Remove', onAction: onRemove }}
      secondaryAction={{ content: 'Keep', onAction: onClose }}
      summary={
        <Text as="p">
          {`Remove ${what}? Customers notice once you save the policy; until then you can discard the change.`}
        </Text>
      }
    />
  );
}
