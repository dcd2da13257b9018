import type { EditableMail } from '../../domain/notification/notification-settings.ts';
import { money, zero } from '../../domain/money.ts';
import type { MailContent, MailItem, Recipient } from './ports.ts';

/* Made-up mails, for whoever writes their words: as full and as bare as they come. */

const ITEMS: readonly MailItem[] = [
  { title: 'Walking boots', quantity: 1 },
  { title: 'Wool socks', quantity: 3 },
];

/** What an editable mail can hold: all of it, and as little as there can be. */
export function sampleContents(mail: EditableMail): readonly [MailContent, ...MailContent[]] {
  switch (mail) {
    case 'received':
      return [
        { template: mail, items: null, waitsFor: 'shop' },
        { template: mail, items: ITEMS, waitsFor: 'bank' },
      ];
    case 'cancelled':
      return [
        {
          template: mail,
          items: null,
          fee: money(500, 'EUR'),
          kept: null,
          refunds: [{ gatewayName: 'Visa', amount: money(7_950, 'EUR') }],
          byHand: [],
          released: [],
          storeCredit: money(1_000, 'EUR'),
          onItsWay: false,
          note: 'See you soon.',
        },
        {
          template: mail,
          items: ITEMS,
          fee: null,
          kept: null,
          refunds: [{ gatewayName: 'Visa', amount: zero('JPY') }],
          byHand: [],
          released: [],
          storeCredit: null,
          onItsWay: true,
          note: null,
        },
      ];
    case 'declined':
      return [
        {
          template: mail,
          items: null,
          why: 'staff_declined',
          nextStep: 'return_it',
          note: 'It is packed already.',
        },
        { template: mail, items: ITEMS, why: 'not_answered', nextStep: null, note: null },
      ];
    case 'refund_failed':
      return [{ template: mail, amount: money(7_950, 'EUR') }];
  }
}

/** A customer who is nobody. */
export const sampleRecipient = (shop: {
  readonly name: string;
  readonly contactEmail: string;
  readonly storefrontUrl: string;
}): Recipient => ({
  shopName: shop.name,
  shopEmail: shop.contactEmail,
  storefrontUrl: shop.storefrontUrl,
  orderName: '#1042',
  orderStatusUrl: `${shop.storefrontUrl}/account/orders`,
  email: shop.contactEmail,
  firstName: 'Alex',
  locale: 'en',
});
