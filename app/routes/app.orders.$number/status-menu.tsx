import { ActionList, Button, Popover } from '@shopify/polaris';
import { useState } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import type { StaffCancelOffer } from '../../contract/staff/staff-view.ts';

interface Props {
  readonly offer: StaffCancelOffer;
  readonly onCancel: () => void;
}

/** The ways to another status, beside the order's: what is not possible stands there with its reason. */
export function StatusMenu({ offer, onCancel }: Props) {
  const { t } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const isInPart = offer.available && offer.quote.selection.kind === 'lines';
  return (
    <Popover
      active={isOpen}
      preferredAlignment="left"
      autofocusTarget="first-node"
      onClose={() => setIsOpen(false)}
      activator={
        <Button
          size="micro"
          variant="tertiary"
          disclosure={isOpen ? 'up' : 'down'}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('order.statusMenu.label')}
        </Button>
      }
    >
      <ActionList
        actionRole="menuitem"
        items={[
          {
            content: t(isInPart ? 'order.statusMenu.cancelLines' : 'order.statusMenu.cancel'),
            destructive: true,
            disabled: !offer.available,
            ...(!offer.available && {
              helpText: offer.refusals.map(({ message }) => message).join(' '),
            }),
            onAction: () => {
              setIsOpen(false);
              onCancel();
            },
          },
        ]}
      />
    </Popover>
  );
}
