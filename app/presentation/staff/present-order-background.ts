import type { HoldDetails, NativeRequest, OrderDetails } from '../../application/order/ports.ts';
import type { OrderBackground } from '../../application/order/read-order-background.ts';
import type { OrderFacts, RiskFacts } from '../../domain/order/facts.ts';
import { isOpenWork } from '../../domain/order/fulfillment.ts';
import type { OrderBackgroundView } from '../../contract/staff/order-background-view.ts';
import type { StaffOrderView } from '../../contract/staff/staff-view.ts';
import type { Messages } from '../../messages/message-types.ts';

type OrderView = StaffOrderView['order'];

/** What staff look at beside an order. */
export function presentBackground(
  { details, otherOrdersCancelled }: OrderBackground,
  messages: Messages<'staff'>,
): OrderBackgroundView | null {
  if (!details) return null;
  return {
    ofCustomer: ofCustomer(details, otherOrdersCancelled, messages),
    note: details.note?.trim() === '' ? null : details.note,
    parcels: details.parcels.map((parcel) => presentParcel(parcel, messages)),
    nativeRequests: details.nativeRequests.map((request) => presentRequest(request, messages)),
    riskFindings: details.riskFindings,
  };
}

function ofCustomer(
  { contact, ordersOfCustomer }: OrderDetails,
  otherOrdersCancelled: number,
  { t }: Messages<'staff'>,
): OrderBackgroundView['ofCustomer'] {
  if (ordersOfCustomer === null) return null;
  const searched = contact.email ?? contact.name;
  return {
    orders: t('order.customer.orders', { count: ordersOfCustomer }),
    cancelled:
      otherOrdersCancelled === 0
        ? null
        : t('order.customer.otherCancelled', { count: otherOrdersCancelled }),
    listUrl: searched === null ? null : `/app/orders?q=${encodeURIComponent(searched)}`,
  };
}

function presentRequest(
  { status, requestedAt, items }: NativeRequest,
  { t }: Messages<'staff'>,
): OrderBackgroundView['nativeRequests'][number] {
  return {
    status: t(`order.nativeRequest.status.${status}`),
    isOpen: status === 'REQUESTED',
    at: new Date(requestedAt).toISOString(),
    items: items.map((item) => t('order.nativeRequest.item', item)),
  };
}

function presentParcel(
  { status, createdAt, deliveredAt, locationName, tracking }: OrderDetails['parcels'][number],
  { t, find }: Messages<'staff'>,
): OrderBackgroundView['parcels'][number] {
  return {
    status: find(`order.parcel.status.${status ?? ''}`) ?? t('order.parcel.status.FULFILLED'),
    at: new Date(deliveredAt ?? createdAt).toISOString(),
    location: locationName,
    tracking: tracking.flatMap(({ company, number, url }) => {
      const text = [company, number].filter((part) => part !== null && part !== '').join(' ');
      return text === '' ? [] : [{ text, url: openable(url) }];
    }),
  };
}

/** Whoever ships writes the address of its tracking: only what a browser opens as a page is a link. */
function openable(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}

/** Where the rest of an order is to be sent from, with whose holds there are. */
export const presentLocations = (
  order: OrderFacts,
  holds: readonly HoldDetails[],
  messages: Messages<'staff'>,
): OrderView['locations'] =>
  order.fulfillmentOrders.filter(isOpenWork).map((work) => ({
    name: work.locationName,
    status: work.status,
    onHold: work.holds.length > 0,
    holds: holds
      .filter(({ fulfillmentOrderId }) => fulfillmentOrderId === work.id)
      .map((hold) => holdWords(hold, messages)),
  }));

function holdWords(
  { heldByThisApp, reason, notes }: HoldDetails,
  { t }: Messages<'staff'>,
): string {
  if (heldByThisApp) return t('order.hold.ours');
  return t('order.hold.others', { why: notes === null || notes.trim() === '' ? reason : notes });
}

const RISK_TONES = { LOW: null, MEDIUM: 'warning', HIGH: 'critical' } as const;

/** The highest level that any assessment gave; null while there is none. */
export function presentRisk({ level }: RiskFacts, { t }: Messages<'staff'>): OrderView['risk'] {
  if (level === 'NONE' || level === 'PENDING') return null;
  return { label: t(`order.risk.level.${level}`), tone: RISK_TONES[level] };
}
