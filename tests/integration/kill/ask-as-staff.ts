import { askedByStaff } from '../../../app/application/cancellation/open/asked-by-staff.ts';
import { openCancellation } from '../../../app/application/cancellation/open/open-cancellation.ts';
import type { Opening } from './kill-stage.ts';
import { OWNER } from '../../support/facts/staff-access.ts';

/** Staff keep a part of the money, put the goods back on sale and let the customer know. */
export const askAsStaff: Opening = async (container, shop, _customerId, orderId) => {
  const asker = askedByStaff(
    {
      actor: { kind: 'staff', staffId: '1' },
      channel: 'app',
      access: OWNER,
    },
    {
      known: null,
      selection: { kind: 'order' },
      keepFreeItems: false,
      issueRefund: true,
      amount: '40.00',
      locale: 'en',
      method: 'original',
      restock: true,
      reason: 'CUSTOMER',
      notify: true,
      noteToCustomer: 'We kept the engraving fee.',
      internalNote: '',
    },
  );
  const started = await openCancellation(container, shop, orderId, asker);
  if (!started.ok) throw new Error(`The choice was refused: ${JSON.stringify(started.error)}`);
  return started.value;
};
