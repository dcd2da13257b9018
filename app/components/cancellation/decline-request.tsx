import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Text } from '@shopify/polaris';

import { Dialog } from '../form/dialog.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { useMessages } from '../messages/messages.tsx';
import { DeclineFields, useDeclineFields } from './decline-fields.tsx';
import { useAnswer } from './use-answer.ts';

interface Props {
  readonly orderName: string;
  readonly cancellation: { readonly id: string };
  readonly onClose: () => void;
}

/** No to a customer's request: with words for them, and what they can do instead. */
export function DeclineRequest({ orderName, cancellation, onClose }: Props) {
  const { t } = useMessages();
  const shopify = useAppBridge();
  const answering = useAnswer(cancellation.id);
  const fields = useDeclineFields();

  const confirm = async () => {
    const answer = fields.read();
    if (!answer || !(await answering.send({ answer: 'decline', ...answer }))) return;
    onClose();
    shopify.toast.show(t('cancellation.decline.done'));
  };

  return (
    <Dialog
      onClose={onClose}
      title={t('cancellation.decline.title', { order: orderName })}
      destructiveAction={{
        content: t('cancellation.decline.confirm'),
        loading: answering.busy,
        onAction: () => void confirm(),
      }}
      secondaryAction={{ content: t('back'), onAction: onClose, disabled: answering.busy }}
      summary={<Text as="p">{t('cancellation.decline.does')}</Text>}
    >
      <BlockStack gap="400">
        <RefusalBanner refusals={answering.refusals} />
        <DeclineFields fields={fields} />
      </BlockStack>
    </Dialog>
  );
}
