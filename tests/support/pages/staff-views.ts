import { firstPage } from '../../../app/presentation/list/list-query.ts';
import { ORDER_LIST } from '../../../app/application/order/order-search.ts';
import type {
  CancellationRow,
  HomeView,
  WaitingCancellation,
} from '../../../app/contract/list/cancellation-list-view.ts';
import type { OrdersPageView, OrderRow } from '../../../app/contract/list/order-list-view.ts';
import type {
  StaffCancelOffer,
  StaffLineOffer,
  StaffOrderView,
  StaffQuote,
} from '../../../app/contract/staff/staff-view.ts';
import type { StaffCancellationView } from '../../../app/contract/staff/staff-cancellation-view.ts';

/* What the app's pages are given, for tests of the pages alone. All people are invented. */

export const CANCELLATION_ID = '0b6f5c1e-58a7-4a39-9d2e-3c1f5a7b9d10';

/** For the whole order, all of it given back. */
export const quote: StaffQuote = {
  selection: { kind: 'order' },
  amount: '€84.50',
  amountDecimal: '84.50',
  amountInShopCurrency: null,
  maximum: '84.50',
  maximumFormatted: '€84.50',
  withheld: null,
  breakdown: [{ label: 'Items', amount: '€84.50' }],
  refunds: [
    { method: 'Visa', amount: '€64.50', isManual: false },
    { method: 'Gift card', amount: '€20.00', isManual: false },
  ],
  storeCredit: null,
  releases: [],
  pending: null,
  lines: [
    { title: 'Walking boots', quantity: 1, amount: '€69.50', restock: '1 back in stock' },
    { title: 'Wool socks', quantity: 3, amount: '€15.00', restock: '3 back in stock' },
  ],
  policySays: [],
  withoutWayBack: [],
};

export const boots: StaffLineOffer = {
  id: '11',
  title: 'Walking boots',
  variantTitle: 'Brown / 42',
  imageUrl: null,
  cancellable: 1,
  refusals: [],
  bundle: null,
};

export const socks: StaffLineOffer = {
  ...boots,
  id: '12',
  title: 'Wool socks',
  variantTitle: null,
  cancellable: 3,
};

export const offer: Extract<StaffCancelOffer, { available: true }> = {
  available: true,
  currencyCode: 'EUR',
  quote,
  againstRefund: [],
  lines: [boots, socks],
  againstParts: [],
  providerFee: null,
  storeCreditPossible: true,
  restockByDefault: true,
  reasons: [
    { value: 'CUSTOMER', label: 'Customer changed or cancelled order' },
    { value: 'INVENTORY', label: 'Items unavailable' },
    { value: 'OTHER', label: 'Other' },
  ],
  noteLimits: { internal: 2_000, toCustomer: 2_000 },
};

export const cancellation: StaffCancellationView = {
  id: CANCELLATION_ID,
  status: 'cancelling',
  statusLabel: 'Cancelling',
  tone: 'info',
  isFinal: false,
  requestedBy: 'Customer',
  requestedAt: '2026-11-20T09:12:00.000Z',
  reason: 'I ordered by mistake',
  customerComment: 'Sorry, I clicked twice and meant to order only one of these.',
  internalNote: null,
  noteToCustomer: null,
  policyVersion: 3,
  isOutside: false,
  amount: '€84.50',
  scope: 'order',
  lines: quote.lines,
  breakdown: quote.breakdown,
  proofOfPayment: null,
  teller: 'unorder',
  awaitsAnswer: false,
  answerBy: null,
  attention: null,
  standstill: null,
  mailError: null,
  steps: [
    { key: 'requested', label: 'Requested', state: 'done', at: '2026-11-20T09:12:00.000Z' },
    { key: 'stopped', label: 'Fulfillment stopped', state: 'done', at: '2026-11-20T09:12:02.000Z' },
    { key: 'cancelled', label: 'Order cancelled', state: 'current', at: null },
    { key: 'refunded', label: 'Refund sent', state: 'todo', at: null },
    { key: 'confirmed', label: 'Refund confirmed', state: 'todo', at: null },
  ],
  history: [
    { at: '2026-11-20T09:12:00.000Z', who: 'Customer', what: 'Asked to cancel the order.' },
    { at: '2026-11-20T09:12:02.000Z', who: 'Unorder', what: 'Stopped fulfillment.' },
  ],
};

export const completed: StaffCancellationView = {
  ...cancellation,
  status: 'completed',
  statusLabel: 'Completed',
  tone: 'success',
  isFinal: true,
  steps: cancellation.steps.map((step) => ({
    ...step,
    state: 'done',
    at: '2026-11-20T09:12:05.000Z',
  })),
  history: [
    ...cancellation.history,
    { at: '2026-11-20T09:12:05.000Z', who: 'Unorder', what: 'Cancelled the order.' },
  ],
};

/** Two pairs of socks taken off the order, which goes on. */
export const partial: StaffCancellationView = {
  ...completed,
  id: '0b6f5c1e-58a7-4a39-9d2e-3c1f5a7b9d11',
  amount: '€10.00',
  scope: 'lines',
  lines: [{ title: 'Wool socks', quantity: 2, amount: '€10.00', restock: '2 back in stock' }],
  breakdown: [{ label: 'Items', amount: '€10.00' }],
};

export const inReview: StaffCancellationView = {
  ...cancellation,
  status: 'in_review',
  statusLabel: 'Waiting for review',
  tone: 'attention',
  awaitsAnswer: true,
  answerBy: '2026-11-23T09:12:00.000Z',
};

export const needsAttention: StaffCancellationView = {
  ...cancellation,
  status: 'needs_attention',
  statusLabel: 'Needs attention',
  tone: 'critical',
  attention: {
    title: 'The refund did not go through',
    explanation:
      'Visa declined to take back €64.50. The order is cancelled; the money is still with you.',
    notOffered: [],
    choices: [
      {
        choice: 'retry',
        label: 'Try again',
        consequence: null,
        primary: true,
        needsProof: false,
      },
      {
        choice: 'settled_by_hand',
        label: 'It is settled',
        consequence: 'No further refund is sent.',
        primary: false,
        needsProof: true,
      },
    ],
  },
};

export const orderView: StaffOrderView = {
  order: {
    id: 'gid://shopify/Order/5001',
    number: '5001',
    name: '#1042',
    createdAt: '2026-11-20T09:00:00.000Z',
    state: { state: 'pending', label: 'Pending', tone: 'attention' },
    financialStatus: 'PAID',
    fulfillmentStatus: 'UNFULFILLED',
    total: '€84.50',
    totalInShopCurrency: null,
    adminUrl: 'shopify://admin/orders/5001',
    sums: {
      parts: [
        { label: 'Subtotal', amount: '€90.00' },
        { label: 'Discounts', amount: '-€5.50' },
      ],
      totals: [
        { label: 'Total', amount: '€84.50' },
        { label: 'Paid', amount: '€84.50' },
      ],
    },
    contact: {
      name: 'Casey Example',
      email: 'casey@example.com',
      phone: null,
      address: ['Casey Example', '1 Sample Street', '10115 Berlin'],
    },
    lines: [
      {
        title: 'Walking boots',
        variantTitle: 'Brown / 42',
        imageUrl: null,
        quantity: 1,
        whereabouts: null,
        total: '€69.50',
      },
      {
        title: 'Wool socks',
        variantTitle: null,
        imageUrl: null,
        quantity: 3,
        whereabouts: null,
        total: '€15.00',
      },
    ],
    payments: [
      { method: 'Visa', description: 'Payment, successful', amount: '€64.50', wayBack: null },
      { method: 'Gift card', description: 'Payment, successful', amount: '€20.00', wayBack: null },
    ],
    locations: [{ name: 'Main warehouse', status: 'OPEN', onHold: false, holds: [] }],
    tags: [],
    risk: null,
    background: null,
  },
  cancellation: null,
  earlier: [],
  forbidden: null,
  cancel: offer,
};

const row: OrderRow = {
  number: '5001',
  name: '#1042',
  createdAt: '2026-11-20T09:00:00.000Z',
  customerName: 'Wilma Wandel',
  email: 'wilma@example.com',
  state: { state: 'pending', label: 'Pending', tone: 'attention' },
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: '€84.50',
  cancelled: false,
  cancellation: null,
  whyNot: null,
  risk: null,
};

export const orderList: OrdersPageView = {
  query: firstPage(ORDER_LIST),
  previous: null,
  next: ['1763629200000', '4998'],
  searched: 'all',
  views: [],
  bulks: [],
  choices: { locations: ['Hamburg'], countries: [{ code: 'PL', name: 'Poland' }], tags: ['vip'] },
  forbidden: null,
  copying: false,
  unreadable: [],
  orders: [
    row,
    {
      ...row,
      number: '5000',
      name: '#1041',
      customerName: 'Bruno Beispiel',
      email: 'bruno@example.org',
      financialStatus: 'AUTHORIZED',
      fulfillmentStatus: 'ON_HOLD',
      total: '€19.90',
      cancellation: { statusLabel: 'Waiting for review', tone: 'attention' },
    },
    {
      ...row,
      number: '4999',
      name: '#1040',
      customerName: null,
      email: null,
      financialStatus: 'REFUNDED',
      total: '¥12,000',
      cancelled: true,
      whyNot: 'The order is already cancelled.',
      cancellation: { statusLabel: 'Completed', tone: 'success' },
    },
    {
      ...row,
      number: '4998',
      name: '#1039',
      financialStatus: 'VOIDED',
      cancelled: true,
      whyNot: 'The order is already cancelled.',
    },
  ],
};

const listed: CancellationRow = {
  id: CANCELLATION_ID,
  orderNumber: '5001',
  orderName: '#1042',
  statusLabel: 'Waiting for review',
  tone: 'attention',
  requestedBy: 'Customer',
  reason: 'I ordered by mistake',
  amount: '€84.50',
  requestedAt: '2026-11-20T09:12:00.000Z',
};

export const home: HomeView = {
  counts: { requestsWaiting: '1', needAttention: '1', moneyOnItsWay: 'More than 10' },
  requestsWaiting: [listed],
  needAttention: [
    {
      ...listed,
      id: 'attention',
      orderNumber: '4990',
      orderName: '#1031',
      statusLabel: 'Needs attention',
      tone: 'critical',
    },
  ],
  moneyOnItsWay: [
    {
      ...listed,
      id: 'money',
      orderNumber: '4992',
      orderName: '#1033',
      statusLabel: 'Confirming refund',
      tone: 'info',
    },
  ],
  latest: [
    listed,
    {
      ...listed,
      id: 'done',
      orderNumber: '4980',
      orderName: '#1021',
      requestedBy: 'Staff',
      reason: null,
      statusLabel: 'Completed',
      tone: 'success',
    },
  ],
  copying: false,
  policyEnabled: true,
  figures: {
    ...{ days: 30, from: '2026-11-01', to: '2026-11-30', timeZone: 'Europe/Berlin' },
    isEmpty: false,
    tiles: [
      {
        label: 'Requests',
        value: '12',
        help: null,
        url: '/app/history?date=2026-11-01..2026-11-30',
      },
    ],
    bars: [{ label: 'Nov 1', opened: 3, cancelled: 2 }],
    money: [
      {
        ...{ currency: 'EUR', back: '€84.50', kept: '€2.50', saved: '€0.00', changed: '€0.00' },
        credit: '€0.00',
      },
    ],
    who: [
      {
        label: 'Customer',
        count: 12,
        share: '100%',
        percent: 100,
        url: '/app/history?who=shopper',
      },
    ],
    reasons: [
      { label: 'Too late', count: 12, share: '100%', percent: 100, url: '/app/history?reason=x' },
    ],
  },
  setup: null,
};

export const waiting = (view: StaffCancellationView): WaitingCancellation => ({
  orderNumber: '5001',
  orderName: '#1042',
  customer: 'Wilma Wandel',
  why: ['The policy asks for manual review: fraud risk.'],
  customerSees: 'Your order is on hold while we review your request.',
  assignedTo: null,
  cancellation: view,
});
