import type {
  ShopperCancellation,
  ShopperView,
} from '../../../../app/presentation/shopper-view.ts';

type Available = Extract<ShopperView['offer'], { available: true }>;

export const offer = (given: Partial<Available> = {}): Available => ({
  available: true,
  handling: 'automatic',
  closesAt: '2026-11-22T12:30:00.000Z',
  reasons: [
    { id: 'changed_mind', label: 'I changed my mind' },
    { id: 'other', label: 'Another reason' },
  ],
  commentLimit: 40,
  comesBack: {
    total: '€40.00',
    refunds: [
      { method: 'Visa', amount: '€30.00' },
      { method: 'Gift card', amount: '€10.00' },
    ],
    released: [],
    byHand: [],
    asStoreCredit: false,
    shown: { amount: '40.00', currencyCode: 'EUR' },
  },
  ...given,
});

export const offered = (given: Partial<Available> = {}): ShopperView => ({
  orderName: '#1001',
  cancellation: null,
  offer: offer(given),
});

export const notOffered = (...codes: string[]): ShopperView => ({
  orderName: '#1001',
  cancellation: null,
  offer: { available: false, refusals: codes.map((code) => ({ code, message: `EN ${code}` })) },
});

export const cancelling = (given: Partial<ShopperCancellation> = {}): ShopperView => ({
  ...notOffered('already_open'),
  cancellation: {
    id: '0b0f8f0e-0000-4000-8000-000000000001',
    status: 'in_progress',
    canWithdraw: false,
    reason: 'I changed my mind',
    comment: 'Sorry!',
    declined: null,
    timeline: [
      { step: 'requested', at: '2026-11-22T11:31:00.000Z' },
      { step: 'stopped', at: null },
      { step: 'cancelled', at: null },
      { step: 'refund_sent', at: null },
      { step: 'refund_arrived', at: null },
    ],
    amount: '€40.00',
    ...given,
  },
});
