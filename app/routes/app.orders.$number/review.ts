import { type Money, equals, formatMoney, parseMoney, subtract } from '../../domain/money.ts';
import type { StaffCancelBody } from '../../presentation/staff-view.ts';
import type { CancelOffer } from './cancel-form.ts';

/** One thing a cancellation will do. */
export interface Consequence {
  readonly about: 'order' | 'refund' | 'by_hand' | 'release' | 'kept' | 'stock' | 'mail' | 'note';
  readonly text: string;
}

/**
 * What will happen, one plain sentence each, before it is confirmed. Keeps apart what is easily confused: money
 * that is refunded, money that was never taken and is let go, and money that only the shop can hand back.
 */
export function reviewOf(
  form: StaffCancelBody,
  offer: CancelOffer,
  orderName: string,
): readonly Consequence[] {
  return [
    {
      about: 'order',
      text: `Fulfillment of ${orderName} is stopped and the order is cancelled in Shopify. This cannot be undone.`,
    },
    ...moneyOf(form, offer),
    {
      about: 'stock',
      text: form.restock
        ? 'The items go back to stock where they were reserved.'
        : 'The items are not put back to stock.',
    },
    { about: 'mail', text: mailOf(form) },
    ...(form.internalNote.trim() === ''
      ? []
      : [
          {
            about: 'note' as const,
            text: 'Your internal note is kept with the order. The customer never sees it.',
          },
        ]),
  ];
}

function moneyOf(form: StaffCancelBody, offer: CancelOffer): Consequence[] {
  const releases = offer.releases.map(({ method, amount }): Consequence => ({
    about: 'release',
    text: `${amount} authorized on ${method} is released. It was never taken, so it is not a refund.`,
  }));
  return [...releases, ...refundOf(form, offer)];
}

function refundOf(form: StaffCancelBody, offer: CancelOffer): Consequence[] {
  const maximum = parseMoney(offer.maximum, offer.currencyCode);
  if (!maximum || maximum.minor === 0) {
    return offer.releases.length > 0
      ? []
      : [{ about: 'kept', text: 'There is nothing to refund: no payment was taken.' }];
  }
  const amount = form.issueRefund ? parseMoney(form.amount.trim(), offer.currencyCode) : null;
  if (!amount) {
    return [
      { about: 'kept', text: `Nothing is refunded. The shop keeps ${offer.maximumFormatted}.` },
    ];
  }
  return [...givenBack(form, offer, amount, maximum), ...kept(amount, maximum)];
}

function givenBack(
  form: StaffCancelBody,
  offer: CancelOffer,
  amount: Money,
  maximum: Money,
): Consequence[] {
  if (form.method === 'store_credit') {
    const text = `${inWords(amount)} is given to the customer as store credit, not to their payment method.`;
    return [{ about: 'refund', text }];
  }
  if (equals(amount, maximum)) return offer.refunds.map(wholePayment);
  const [only, ...more] = offer.refunds;
  if (only && more.length === 0) return [wholePayment({ ...only, amount: inWords(amount) })];
  const order = offer.refunds.map(
    ({ method, amount: most, isManual }) =>
      `${method} (up to ${most}${isManual ? ', handed back by you' : ''})`,
  );
  const text = `${inWords(amount)} is refunded, taken from the payments in this order: ${order.join(', ')}.`;
  return [{ about: 'refund', text }];
}

function wholePayment({ method, amount, isManual }: CancelOffer['refunds'][number]): Consequence {
  return isManual
    ? {
        about: 'by_hand',
        text: `${amount} paid by ${method} has to be handed back by you. Shopify only records it.`,
      }
    : { about: 'refund', text: `${amount} is refunded to ${method}.` };
}

function kept(amount: Money, maximum: Money): Consequence[] {
  const rest = subtract(maximum, amount);
  return rest.minor > 0 ? [{ about: 'kept', text: `The shop keeps ${inWords(rest)}.` }] : [];
}

function mailOf({ notify, noteToCustomer }: StaffCancelBody): string {
  if (!notify) return 'The customer is not told by mail.';
  return noteToCustomer.trim() === ''
    ? 'The customer gets one mail about it.'
    : 'The customer gets one mail about it, with your note.';
}

const inWords = (amount: Money): string => formatMoney(amount, 'en');
