import { describe, expect, it } from 'vitest';

import german from '../../messages/de/shopper.json' with { type: 'json' };
import type {
  ShopperCancellation,
  ShopperQuote,
  ShopperView,
} from '../../contract/shopper/shopper-view.ts';
import { pictureOf, scopesOf } from './window-picture.ts';
import { LANGUAGES } from '../../messages/keys.generated.ts';

const KINDS = [
  'items',
  'shipping',
  'tax',
  'duties',
  'tip',
  'additional_fees',
  'not_paid',
  'overpaid',
  'fee',
  'lost_deal',
  'bonus',
] as const satisfies readonly ShopperQuote['breakdown'][number]['kind'][];

const payment = { method: 'Visa', amount: '€5.00' };
const quote: ShopperQuote = {
  method: 'original',
  handling: 'automatic',
  total: '€86.45',
  breakdown: [
    ...KINDS.map((kind) => ({ kind, detail: null, amount: '€1.00' })),
    { kind: 'lost_deal', detail: 'SUMMER10', amount: '−€1.00' },
  ],
  refunds: [payment],
  storeCredit: '€3.00',
  byHand: [payment],
  released: [payment],
  pending: '€9.00',
  shown: { amount: '86.45', currencyCode: 'EUR' },
};
const available: Extract<ShopperView['offer'], { available: true }> = {
  available: true,
  handling: 'automatic',
  closesAt: '2026-11-22T14:00:00.000Z',
  reasons: [{ id: 'late', label: 'Too late', needsComment: true }],
  commentLimit: 1000,
  what: 'quantities',
  notWhole: null,
  lines: [
    {
      id: '1',
      title: 'Enamel kettle',
      variantTitle: 'Blue',
      imageUrl: null,
      quantity: 2,
      cancellable: 2,
      refusals: [],
      bundle: null,
    },
    {
      id: '2',
      title: 'Engraved mug',
      variantTitle: null,
      imageUrl: null,
      quantity: 1,
      cancellable: 0,
      refusals: [{ code: 'excluded_personalised', message: '' }],
      bundle: null,
    },
  ],
  methods: [
    { method: 'original', bonus: null },
    { method: 'store_credit', bonus: '5 %' },
  ],
  quote,
};
const viewOf = (offer: ShopperView['offer']): ShopperView => ({
  orderName: '#1042',
  cancellation: null,
  earlier: [],
  offer,
  policyUrl: 'https://kettles.example.com/apps/unorder/policy',
  wayOn: null,
});

const reader = (locale: string) => ({ locale, timeZone: 'Europe/Berlin' });
const STATUSES = [
  'requested',
  'in_review',
  'awaiting_payment',
  'in_progress',
  'cancelled',
  'completed',
  'declined',
  'withdrawn',
  'needs_attention',
] as const satisfies readonly ShopperCancellation['status'][];
const cancellation = (changes: Partial<ShopperCancellation>): ShopperCancellation => ({
  id: '0b6f5c1e-58a7-4a39-9d2e-3c1f5a7b9d10',
  status: 'requested',
  scope: 'order',
  items: [],
  standsStill: false,
  canWithdraw: false,
  reason: null,
  comment: null,
  declined: null,
  timeline: [],
  amount: null,
  comesBack: quote,
  ...changes,
});

describe('the drawn window', () => {
  it('tells the end of the offer in the shop’s time zone', () => {
    const { content } = pictureOf(viewOf(available), reader('en'), 'order');
    expect(content).toMatchObject({ introduction: expect.stringContaining('3:00 PM') as unknown });
  });

  it.each(LANGUAGES)('knows every state of a cancellation in %s', (locale) => {
    const offer = { available: false as const, refusals: [] };
    for (const status of STATUSES) {
      for (const scope of ['order', 'lines'] as const) {
        const view = { ...viewOf(offer), cancellation: cancellation({ status, scope }) };
        const { content } = pictureOf(view, reader(locale), 'order');
        expect(content.kind === 'notice' && content.notice.texts[0]?.length).toBeGreaterThan(5);
      }
    }
  });

  it.each(LANGUAGES)('has every text in %s', (locale) => {
    const offers: readonly ShopperView['offer'][] = [
      available,
      {
        ...available,
        handling: 'review',
        quote: null,
        notWhole: [{ code: 'partly_fulfilled', message: '' }],
      },
      {
        ...available,
        quote: {
          ...quote,
          refunds: [],
          storeCredit: null,
          byHand: [],
          released: [],
          pending: null,
        },
      },
      { available: false, refusals: [{ code: 'window_closed', message: '' }] },
    ];
    const drawn = offers.flatMap((offer) =>
      (['order', 'lines'] as const).map((scope) => pictureOf(viewOf(offer), reader(locale), scope)),
    );
    expect(JSON.stringify(drawn)).not.toMatch(/\{\{|""(?!,"variant)/);
  });

  it('shows the breakdown down to what comes back', () => {
    const { content } = pictureOf(viewOf(available), reader('en'), 'order');
    if (content.kind !== 'offer') throw new Error('There is an offer');
    expect(content.money.breakdown.at(-1)).toEqual({
      text: 'Total refund',
      amount: '€86.45',
      strong: true,
    });
    expect(content.items).toEqual([]);
  });

  it('shows the items with the reason why one has to stay', () => {
    const { content } = pictureOf(viewOf(available), reader('de'), 'lines');
    if (content.kind !== 'offer') throw new Error('There is an offer');
    expect(content.items.map(({ name, possible }) => ({ name, possible }))).toEqual([
      { name: '2 × Enamel kettle', possible: true },
      { name: 'Engraved mug', possible: false },
    ]);
    expect(content.items[1]?.notes).toEqual([german.refusals.excluded_personalised]);
  });

  it('shows the merchant’s own words where the window has none', () => {
    const refusals = [{ code: 'excluded', message: 'Engraved mugs stay sold.' }];
    const { content } = pictureOf(viewOf({ available: false, refusals }), reader('en'), 'order');
    expect(content).toMatchObject({ notice: { texts: ['Engraved mugs stay sold.'] } });
  });

  it.each([
    ['both ways', available, ['order', 'lines']],
    ['only items', { ...available, notWhole: [] }, ['lines']],
    ['only the whole', { ...available, what: 'whole_order' as const }, ['order']],
    ['no offer', { available: false as const, refusals: [] }, ['order']],
  ])('knows what there is to choose: %s', (_name, offer, scopes) => {
    expect(scopesOf(viewOf(offer))).toEqual(scopes);
  });
});
