import type { StaffQuote } from '../../presentation/staff-view.ts';
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
  return `${items}: taken off ${orderName} before they are sent. The rest of the order goes on. This cannot be undone.`;
}

function moneyOf(quote: StaffQuote): readonly Consequence[] {
  const { refunds, releases, storeCredit, pending, withheld } = quote;
  const money: readonly Consequence[] = [
    ...releases.map(({ method, amount }): Consequence => ({
      about: 'release',
      text: `${amount} authorized on ${method} is released. It was never taken, so it is not a refund.`,
    })),
    ...refunds.map(refundOf),
    ...only(storeCredit !== null, {
      about: 'refund',
      text: `${storeCredit} is given to the customer as store credit, not to their payment method.`,
    }),
    ...only(pending !== null, {
      about: 'waits',
      text: `The cancellation waits until the customer’s bank has answered the payment of ${pending}. What arrives goes back to where it came from.`,
    }),
  ];
  if (money.length === 0 && withheld === null) {
    return [{ about: 'kept', text: 'There is nothing to refund: no payment was taken.' }];
  }
  const isNothing = refunds.length === 0 && storeCredit === null;
  return [
    ...money,
    ...only(withheld !== null, {
      about: 'kept',
      text: isNothing
        ? `Nothing is refunded. The shop keeps ${withheld}.`
        : `The shop keeps ${withheld}.`,
    }),
  ];
}

function refundOf({ method, amount, isManual }: StaffQuote['refunds'][number]): Consequence {
  return isManual
    ? {
        about: 'by_hand',
        text: `${amount} paid by ${method} has to be handed back by you. Shopify only records it.`,
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
    return [{ about: 'stock', text: 'The items go back to stock where they were reserved.' }];
  }
  if (isAll('not restocked')) {
    return [{ about: 'stock', text: 'The items are not put back to stock.' }];
  }
  return leaving.map(({ title, restock }) => ({ about: 'stock', text: `${title}: ${restock}.` }));
}

function mailOf({ notify, noteToCustomer }: CancelForm): string {
  if (!notify) return 'The customer is not notified.';
  return noteToCustomer.trim() === ''
    ? 'The customer gets one mail about it.'
    : 'The customer gets one mail about it, with your note.';
}
