import type { Messages } from '../../../messages/message-types.ts';
import { listed } from '../../../presentation/text/listed.ts';
import type { StaffQuote } from '../../../contract/staff/staff-view.ts';
import type { CancelForm, CancelOffer } from './cancel-form.ts';

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
 * Whether there is more to a choice than the form shows at a glance: anything but the whole order, all of its money
 * back the way it came, the goods where the policy puts them, and the customer told.
 */
export function needsReview(form: CancelForm, offer: CancelOffer, quote: StaffQuote): boolean {
  const isOtherChoice =
    form.scope !== 'order' ||
    !form.issueRefund ||
    form.amount !== null ||
    form.method !== 'original' ||
    form.restock !== offer.restockByDefault ||
    !form.notify ||
    form.noteToCustomer.trim() !== '';
  const isOtherOutcome =
    quote.withheld !== null ||
    quote.pending !== null ||
    quote.refunds.some(({ isManual }) => isManual) ||
    quote.policySays.length > 0 ||
    quote.withoutWayBack.length > 0;
  return isOtherChoice || isOtherOutcome;
}

/**
 * What will happen, one plain sentence each, before it is confirmed. Keeps apart what is easily confused: money
 * that is refunded, money that was never taken and is let go, and money that only the shop can hand back.
 */
export function reviewOf(
  form: CancelForm,
  quote: StaffQuote,
  orderName: string,
  messages: Messages<'staff'>,
): readonly Consequence[] {
  const { t } = messages;
  return [
    { about: 'order', text: goodsOf(quote, orderName, messages) },
    ...moneyOf(quote, messages),
    ...stockOf(quote, messages),
    ...only(form.keepFreeItems && quote.selection.kind === 'lines', {
      about: 'free_item',
      text: t('cancelPopup.will.freeItems'),
    }),
    { about: 'mail', text: mailOf(form, messages) },
    ...only(form.internalNote.trim() !== '', {
      about: 'note',
      text: t('cancelPopup.will.internalNote'),
    }),
  ];
}

const only = (isSo: boolean, consequence: Consequence): readonly Consequence[] =>
  isSo ? [consequence] : [];

function goodsOf(
  { selection, lines }: StaffQuote,
  order: string,
  { t, locale }: Messages<'staff'>,
): string {
  if (selection.kind === 'order') {
    return t('cancelPopup.will.order', { order });
  }
  const items = listed(
    lines.map((line) => t('units', line)),
    locale,
  );
  return t('cancelPopup.will.lines', { items, order });
}

function moneyOf(quote: StaffQuote, messages: Messages<'staff'>): readonly Consequence[] {
  const { t } = messages;
  const { refunds, releases, storeCredit, pending, withheld } = quote;
  const money: readonly Consequence[] = [
    ...releases.map(({ method, amount }): Consequence => ({
      about: 'release',
      text: t('cancelPopup.will.voided', { amount, method }),
    })),
    ...refunds.map((refund) => refundOf(refund, messages)),
    ...only(storeCredit !== null, {
      about: 'refund',
      text: t('cancelPopup.will.storeCredit', { amount: storeCredit ?? '' }),
    }),
    ...only(pending !== null, {
      about: 'waits',
      text: t('cancelPopup.will.waits', { amount: pending ?? '' }),
    }),
  ];
  if (money.length === 0 && withheld === null) {
    return [{ about: 'kept', text: t('cancelPopup.will.nothing') }];
  }
  const isNothing = refunds.length === 0 && storeCredit === null;
  return [
    ...money,
    ...only(withheld !== null, {
      about: 'kept',
      text: t(isNothing ? 'cancelPopup.will.keepAll' : 'cancelPopup.will.keep', {
        amount: withheld ?? '',
      }),
    }),
  ];
}

function refundOf(
  { method, amount, isManual }: StaffQuote['refunds'][number],
  { t }: Messages<'staff'>,
): Consequence {
  return isManual
    ? {
        about: 'by_hand',
        text: t('cancelPopup.will.byHand', { amount, method }),
      }
    : { about: 'refund', text: t('cancelPopup.will.refund', { amount, method }) };
}

/** One sentence where all items fare alike, else one each. */
function stockOf({ lines }: StaffQuote, { t }: Messages<'staff'>): readonly Consequence[] {
  const leaving = lines.filter((line) => line.quantity > 0);
  const isAll = (fate: 'back' | 'off') =>
    leaving.every(({ quantity: count, restock }) => restock === t(`restock.${fate}`, { count }));
  if (leaving.length === 0) return [];
  if (isAll('back')) {
    return [{ about: 'stock', text: t('cancelPopup.will.restockAll') }];
  }
  if (isAll('off')) {
    return [{ about: 'stock', text: t('cancelPopup.will.restockNone') }];
  }
  return leaving.map(({ title, restock }) => ({
    about: 'stock',
    text: t('cancelPopup.will.restockEach', { title, restock }),
  }));
}

function mailOf({ notify, noteToCustomer }: CancelForm, { t }: Messages<'staff'>): string {
  if (!notify) return t('cancelPopup.will.notNotified');
  return t(
    noteToCustomer.trim() === ''
      ? 'cancelPopup.will.notified'
      : 'cancelPopup.will.notifiedWithNote',
  );
}
