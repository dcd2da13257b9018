import { expect, test } from 'vitest';

import type { OrderDetails } from '../../application/order/ports.ts';
import { messagesIn } from '../../messages/messages.ts';
import { presentBackground, presentRisk } from './present-order-background.ts';

const messages = messagesIn('en', 'staff');

const details: OrderDetails = {
  contact: { name: 'Casey Example', email: 'casey+1@example.com', phone: null, address: null },
  ordersOfCustomer: 1,
  note: ' ',
  riskFindings: [],
  parcels: [],
  holds: [],
  nativeRequests: [],
};

const parcel = (made: Partial<OrderDetails['parcels'][number]>) => ({
  createdAt: Date.UTC(2026, 10, 20, 9),
  status: 'IN_TRANSIT',
  deliveredAt: null,
  locationName: null,
  tracking: [],
  ...made,
});

const shown = (made: Partial<OrderDetails> = {}, otherOrdersCancelled = 0) =>
  presentBackground({ details: { ...details, ...made }, otherOrdersCancelled }, messages);

test('a customer’s orders lead to the list of them, with those that were cancelled', () => {
  expect(shown({}, 2)?.ofCustomer).toEqual({
    orders: '1 order',
    cancelled: '2 other orders with a cancellation',
    listUrl: '/app/orders?q=casey%2B1%40example.com',
  });
  const nameless = { ...details.contact, name: null, email: null };
  expect(shown({ contact: nameless })?.ofCustomer).toMatchObject({
    cancelled: null,
    listUrl: null,
  });
  expect(shown({ ordersOfCustomer: null })?.ofCustomer).toBeNull();
});

test('what the customer asked for by Shopify’s own button is said, with what became of it', () => {
  const made = (status: 'DECLINED' | 'REQUESTED', quantity: number) => ({
    status,
    requestedAt: Date.UTC(2026, 10, 20, 9),
    items: [{ quantity, title: 'Mug {{green}}' }],
  });
  const nativeRequests = [made('REQUESTED', 2), made('DECLINED', 1)];
  const at = '2026-11-20T09:00:00.000Z';
  expect(shown({ nativeRequests })?.nativeRequests).toEqual([
    { status: 'Not answered', isOpen: true, at, items: ['2 × Mug {{green}}'] },
    { status: 'Declined', isOpen: false, at, items: ['1 × Mug {{green}}'] },
  ]);
});

test('an empty note is none', () => {
  expect(shown()?.note).toBeNull();
  expect(shown({ note: 'Ring.' })?.note).toBe('Ring.');
});

test('a parcel says where it is; one delivered says when', () => {
  const [sent, delivered] =
    shown({
      parcels: [
        parcel({ status: 'A_NEW_ONE' }),
        parcel({ status: 'DELIVERED', deliveredAt: Date.UTC(2026, 10, 22, 9) }),
      ],
    })?.parcels ?? [];
  expect(sent).toMatchObject({ status: 'Fulfilled', at: '2026-11-20T09:00:00.000Z' });
  expect(delivered).toMatchObject({ status: 'Delivered', at: '2026-11-22T09:00:00.000Z' });
});

test.each([
  ['https://example.com/1', 'https://example.com/1'],
  ['javascript:alert(1)', null],
  ['not an address', null],
  [null, null],
])('a tracking address %s is a link only where a browser opens a page', (url, expected) => {
  const tracking = [{ company: 'DHL', number: '1', url }];
  expect(shown({ parcels: [parcel({ tracking })] })?.parcels[0]?.tracking).toEqual([
    { text: 'DHL 1', url: expected },
  ]);
});

test('risk that nobody has assessed is not shown as low', () => {
  const risk = (level: Parameters<typeof presentRisk>[0]['level']) =>
    presentRisk({ level, recommendation: 'NONE' }, messages);
  expect(risk('NONE')).toBeNull();
  expect(risk('PENDING')).toBeNull();
  expect(risk('HIGH')).toEqual({ label: 'High risk', tone: 'critical' });
});
