import { useRevalidator } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { SkeletonBodyText } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { Dialog } from '../../components/form/dialog.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { type Sent, sendJson } from '../../components/form/send-json.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import { type ChangeOffer, changeOffer } from '../../contract/staff/staff-view.ts';
import { CancelPopup } from '../app.orders.$number/cancel-popup/cancel-popup.tsx';

interface Props {
  readonly order: { readonly number: string; readonly name: string };
  readonly cancellationId: string;
  readonly onClose: () => void;
}

/** Approves what staff make of a request: the popup with what the customer asked for. */
export function ChangeRequest({ order, cancellationId, onClose }: Props) {
  const { t } = useMessages();
  const shopify = useAppBridge();
  const revalidator = useRevalidator();
  const read = useChangeOffer(cancellationId);
  const offered = read?.ok ? read.value : null;
  if (offered?.offer.available) {
    return (
      <CancelPopup
        order={order}
        offer={offered.offer}
        known={cancellationId}
        request={{ id: cancellationId, asked: offered.asked }}
        onStarted={() => {
          onClose();
          shopify.toast.show(t('cancellation.approve.done'));
          revalidator.revalidate();
        }}
        onClose={onClose}
      />
    );
  }
  const against = read?.ok === false ? read.refusals : refusalsOf(offered);
  return (
    <Dialog
      title={t('cancellation.approve.changeTitle', { order: order.name })}
      onClose={onClose}
      secondaryAction={{ content: t('back'), onAction: onClose }}
      summary={
        read === null ? <SkeletonBodyText lines={6} /> : <RefusalBanner refusals={against} />
      }
    />
  );
}

const refusalsOf = (offered: ChangeOffer | null) =>
  offered === null || offered.offer.available ? [] : offered.offer.refusals;

/** What the request can be changed into; null until it is known. */
function useChangeOffer(cancellationId: string): Sent<ChangeOffer> | null {
  const messages = useMessages();
  const [read, setRead] = useState<Sent<ChangeOffer> | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const path = `/app/cancellations/${cancellationId}/offer`;
      const sent = await sendJson(messages, changeOffer, path);
      if (wanted) setRead(sent);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [cancellationId, messages]);
  return read;
}
