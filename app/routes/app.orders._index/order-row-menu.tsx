import { ActionList, Button, Popover } from '@shopify/polaris';
import { MenuHorizontalIcon } from '@shopify/polaris-icons';
import { useState } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import type { OrderRow } from '../../contract/list/order-list-view.ts';
import { actionsFor } from './row-actions.ts';

interface Props {
  readonly order: OrderRow;
  /** Why this staff member may cancel nothing; null when they may. */
  readonly forbidden: string | null;
}

/** The menu at the end of an order's row. */
export function OrderRowMenu({ order, forbidden }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [open, setOpen] = useState(false);
  return (
    // The row itself leads to the order: what is pressed here must not.
    <div onClick={(event) => event.stopPropagation()} role="presentation">
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        preferredAlignment="right"
        activator={
          <Button
            variant="tertiary"
            icon={MenuHorizontalIcon}
            accessibilityLabel={t('orders.actionsFor', { order: order.name })}
            onClick={() => setOpen((before) => !before)}
          />
        }
      >
        <ActionList actionRole="menuitem" items={[...actionsFor(order, forbidden, messages)]} />
      </Popover>
    </div>
  );
}
