import { Text } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import { Dialog } from '../../../components/form/dialog.tsx';

interface Props {
  readonly what: 'reason' | 'rule';
  readonly name: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The question before a part of the policy goes, which takes its fields and translations with it. */
export function ConfirmRemoval({ what, name, onRemove, onClose }: Props) {
  const { t } = useMessages();
  return (
    <Dialog
      title={t('policy.remove.title')}
      onClose={onClose}
      destructiveAction={{ content: t('policy.remove.confirm'), onAction: onRemove }}
      secondaryAction={{ content: t('policy.remove.keep'), onAction: onClose }}
      summary={<Text as="p">{t(`policy.remove.${what}`, { name })}</Text>}
    />
  );
}
