import type {
  StaffCancelOffer,
  StaffOrderView,
  StaffQuote,
} from '../../../../app/contract/staff/staff-view.ts';
import type { StaffCancellationView } from '../../../../app/contract/staff/staff-cancellation-view.ts';

type Available = Extract<StaffCancelOffer, { available: true }>;

const order: StaffOrderView['order'] = {
  id: 'gid://shopify/Order/1001',
  number: '1001',
  name: '#1001',
  createdAt: '2026-11-22T11:00:00.000Z',
  state: { state: 'pending', label: 'Pending', tone: 'attention' },
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: '€40.00',
  totalInShopCurrency: null,
  adminUrl: 'shopify://admin/orders/1001',
  sums: { parts: [], totals: [] },
  contact: null,
  lines: [],
  payments: [],
  locations: [],
  tags: [],
  risk: null,
  background: null,
};

export const quote = (given: Partial<StaffQuote> = {}): StaffQuote => ({
  selection: { kind: 'order' },
  amount: '€40.00',
  amountDecimal: '40.00',
  amountInShopCurrency: null,
  maximum: '40.00',
  maximumFormatted: '€40.00',
  withheld: null,
  breakdown: [{ label: 'Items', amount: '€40.00' }],
  refunds: [
    { method: 'Visa', amount: '€30.00', isManual: false },
    { method: 'Bank deposit', amount: '€10.00', isManual: true },
  ],
  storeCredit: null,
  releases: [],
  pending: null,
  lines: [],
  policySays: [],
  withoutWayBack: [],
  ...given,
});

export const offer = (given: Partial<Available> = {}): Available => ({
  available: true,
  currencyCode: 'EUR',
  quote: quote(),
  againstRefund: [],
  lines: [],
  againstParts: [],
  providerFee: null,
  storeCreditPossible: true,
  restockByDefault: true,
  reasons: [
    { value: 'CUSTOMER', label: 'Customer changed or cancelled order' },
    { value: 'OTHER', label: 'Other' },
  ],
  noteLimits: { internal: 20, toCustomer: 10 },
  ...given,
});

export const offered = (given: Partial<Available> = {}): StaffOrderView => ({
  order,
  cancellation: null,
  earlier: [],
  forbidden: null,
  cancel: offer(given),
});

export const notOffered = (message: string): StaffOrderView => ({
  order,
  cancellation: null,
  earlier: [],
  forbidden: null,
  cancel: { available: false, refusals: [{ code: 'active_return', message }] },
});

export const cancelling = (given: Partial<StaffCancellationView> = {}): StaffOrderView => ({
  ...notOffered('A cancellation of this order is already under way.'),
  cancellation: {
    id: '0b0f8f0e-0000-4000-8000-000000000001',
    status: 'cancelling',
    statusLabel: 'Cancelling',
    tone: 'info',
    isFinal: false,
    requestedBy: 'Staff',
    requestedAt: '2026-11-22T11:31:00.000Z',
    reason: 'Other',
    customerComment: null,
    internalNote: null,
    noteToCustomer: null,
    policyVersion: 1,
    isOutside: false,
    amount: '€40.00',
    scope: 'order',
    lines: [],
    breakdown: [],
    proofOfPayment: null,
    teller: 'unorder',
    awaitsAnswer: false,
    answerBy: null,
    attention: null,
    standstill: null,
    mailError: null,
    steps: [
      { key: 'hold', label: 'Fulfillment held', state: 'done', at: '2026-11-22T11:31:01.000Z' },
      { key: 'cancel', label: 'Order cancelled', state: 'current', at: null },
    ],
    history: [],
    ...given,
  },
});

export const completed = (): StaffOrderView =>
  cancelling({ status: 'completed', statusLabel: 'Completed', tone: 'success', isFinal: true });
