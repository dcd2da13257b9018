import type {
  ShopperCancellation,
  ShopperLine,
  ShopperMoney,
  ShopperQuote,
  ShopperView,
} from '../../../../app/contract/shopper/shopper-view.ts';
import type { Offer } from '../entry.ts';

const money: ShopperMoney = {
  total: '€40.00',
  refunds: [
    { method: 'Visa', amount: '€30.00' },
    { method: 'Gift card', amount: '€10.00' },
  ],
  storeCredit: null,
  byHand: [],
  released: [],
  pending: null,
};

export const quote = (given: Partial<ShopperQuote> = {}): ShopperQuote => ({
  ...money,
  method: 'original',
  handling: 'automatic',
  breakdown: [{ kind: 'items', detail: null, amount: '€40.00' }],
  shown: { amount: '40.00', currencyCode: 'EUR' },
  ...given,
});

/** A line; by default one kettle that can be cancelled. */
export const line = (given: Partial<ShopperLine> = {}): ShopperLine => ({
  id: '1',
  title: 'Enamel kettle',
  variantTitle: 'Sage',
  imageUrl: null,
  quantity: 1,
  cancellable: given.quantity ?? 1,
  refusals: [],
  bundle: null,
  ...given,
});

/** By default a kettle and three mugs, of which everything can be cancelled. */
export const offer = (given: Partial<Offer> = {}): Offer => ({
  available: true,
  handling: 'automatic',
  closesAt: '2026-11-22T12:30:00.000Z',
  reasons: [
    { id: 'changed_mind', label: 'I changed my mind', needsComment: false },
    { id: 'other', label: 'Another reason', needsComment: false },
  ],
  commentLimit: 40,
  what: 'quantities',
  notWhole: null,
  lines: [line(), line({ id: '2', title: 'Mug', variantTitle: null, quantity: 3 })],
  methods: [{ method: 'original', bonus: null }],
  quote: quote(),
  ...given,
});

export const offered = (given: Partial<Offer> = {}): ShopperView => ({
  orderName: '#1001',
  cancellation: null,
  earlier: [],
  offer: offer(given),
  policyUrl: 'https://kettles.example.com/apps/unorder/policy',
  wayOn: null,
});

export const refusal = (code: string) => ({ code, message: `EN ${code}` });

export const notOffered = (...codes: string[]): ShopperView => ({
  ...offered(),
  offer: { available: false, refusals: codes.map(refusal) },
});

export const cancelling = (given: Partial<ShopperCancellation> = {}): ShopperView => ({
  ...notOffered('already_open'),
  cancellation: {
    id: '0b0f8f0e-0000-4000-8000-000000000001',
    status: 'in_progress',
    scope: 'order',
    items: [],
    standsStill: false,
    canWithdraw: false,
    reason: 'I changed my mind',
    comment: 'Sorry!',
    declined: null,
    timeline: [
      { step: 'requested', state: 'done', at: '2026-11-22T11:31:00.000Z' },
      { step: 'stopped', state: 'current', at: null },
      { step: 'cancelled', state: 'todo', at: null },
      { step: 'refund_sent', state: 'todo', at: null },
      { step: 'refund_arrived', state: 'todo', at: null },
    ],
    amount: '€40.00',
    comesBack: money,
    ...given,
  },
});
