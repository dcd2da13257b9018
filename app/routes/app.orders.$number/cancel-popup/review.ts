import type { StaffQuote } from '../../../contract/staff/staff-view.ts';
import type { CancelForm } from './cancel-form.ts';

/** One thing a cancellation will do. */
export interface Consequence {
  readonly about:
    | 'order'
    | 'refund'
    | 'by_hand'
    | 'release'
    | 'waits'
    | 'kept'
    | 'stock'
    | 'free_item'
    | 'mail'
    | 'note';
  readonly text: string;
}

/**
 * What will happen, one plain sentence each, before it is confirmed. Keeps apart what is easily confused: money
 * that is refunded, money that was never taken and is let go, and money that only the shop can hand back.
 */
export function reviewOf(
  form: CancelForm,
  quote: StaffQuote,
  orderName: string,
): readonly Consequence[] {
  return [
    { about: 'order', text: goodsOf(quote, orderName) },
    ...moneyOf(quote),
    ...stockOf(quote),
    ...only(form.keepFreeItems && quote.selection.kind === 'lines', {
      about: 'free_item',
      text: 'Free items that came with what is cancelled stay on the order.',
    }),
    { about: 'mail', text: mailOf(form) },
    ...only(form.internalNote.trim() !== '', {
      about: 'note',
      text: 'Your internal note is kept with the order. The customer never sees it.',
    }),
  ];
}

const only = (isSo: boolean, consequence: Consequence): readonly Consequence[] =>
  isSo ? [consequence] : [];

function goodsOf({ selection, lines }: StaffQuote, orderName: string): string {
  if (selection.kind === 'order') {
    return `Fulfillment of ${orderName} is stopped and the order is cancelled in Shopify. This cannot be undone.`;
  }
  const items = lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ');
  return `${items}: removed from ${orderName} before fulfillment. The rest of the order is fulfilled as usual. This cannot be undone.`;
}

function moneyOf(quote: StaffQuote): readonly Consequence[] {
  const { refunds, releases, storeCredit, pending, withheld } = quote;
  const money: readonly Consequence[] = [
    ...releases.map(({ method, amount }): Consequence => ({
      about: 'release',
      text: `The ${amount} authorization on ${method} is voided. The customer was not charged, so there is no refund.`,
    })),
    ...refunds.map(refundOf),
    ...only(storeCredit !== null, {
      about: 'refund',
      text: `${storeCredit} is refunded as store credit, not to the customer’s payment method.`,
    }),
    ...only(pending !== null, {
      about: 'waits',
      text: `The customer’s bank has not confirmed the payment of ${pending} yet. The order is cancelled once it does, and what was paid is refunded.`,
    }),
  ];
  if (money.length === 0 && withheld === null) {
    return [{ about: 'kept', text: 'There is nothing to refund: no payment was captured.' }];
  }
  const isNothing = refunds.length === 0 && storeCredit === null;
  return [
    ...money,
    ...only(withheld !== null, {
      about: 'kept',
      text: isNothing ? `Nothing is refunded. You keep ${withheld}.` : `You keep ${withheld}.`,
    }),
  ];
}

function refundOf({ method, amount, isManual }: StaffQuote['refunds'][number]): Consequence {
  return isManual
    ? {
        about: 'by_hand',
        text: `${amount} was paid by ${method}: refund it to the customer yourself. Shopify only records it.`,
      }
    : { about: 'refund', text: `${amount} is refunded to ${method}.` };
}

/** One sentence where all items fare alike, else one each. */
function stockOf({ lines }: StaffQuote): readonly Consequence[] {
  const leaving = lines.filter((line) => line.quantity > 0);
  const isAll = (fate: string) =>
    leaving.every(({ quantity, restock }) => restock === `${quantity} ${fate}`);
  if (leaving.length === 0) return [];
  if (isAll('back in stock')) {
    return [
      { about: 'stock', text: 'The items are restocked at the location they were reserved at.' },
    ];
  }
  if (isAll('not restocked')) {
    return [{ about: 'stock', text: 'The items are not restocked.' }];
  }
  return leaving.map(({ title, restock }) => ({ about: 'stock', text: `${title}: ${restock}.` }));
}

function mailOf({ notify, noteToCustomer }: CancelForm): string {
  if (!notify) return 'The customer is not notified.';
  return noteToCustomer.trim() === ''
    ? 'The customer is notified by email.'
    : 'The customer is notified by email, with your note.';
}
