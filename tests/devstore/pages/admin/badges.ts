import type { Badge } from './layout.ts';

function words(value: string): string {
  const text = value.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const FINANCIAL: Readonly<Record<string, Pick<Badge, 'tone' | 'progress'>>> = {
  AUTHORIZED: { tone: 'attention', progress: 'half' },
  EXPIRED: { tone: 'critical', progress: 'empty' },
  PAID: { tone: 'neutral', progress: 'full' },
  PARTIALLY_PAID: { tone: 'warning', progress: 'half' },
  PARTIALLY_REFUNDED: { tone: 'neutral', progress: 'half' },
  PENDING: { tone: 'warning', progress: 'empty' },
  REFUNDED: { tone: 'neutral', progress: 'full' },
  VOIDED: { tone: 'neutral', progress: 'full' },
};

/** `Order.displayFinancialStatus` as the admin words it; null when nothing has been asked for. */
export function financialBadge(status: string | null): Badge {
  if (status === null) return { label: 'No payment', tone: 'neutral', progress: 'empty' };
  const look = FINANCIAL[status] ?? { tone: 'neutral', progress: null };
  return { label: status === 'PENDING' ? 'Payment pending' : words(status), ...look };
}

const FULFILLMENT: Readonly<Record<string, Pick<Badge, 'tone' | 'progress'>>> = {
  FULFILLED: { tone: 'neutral', progress: 'full' },
  IN_PROGRESS: { tone: 'info', progress: 'half' },
  ON_HOLD: { tone: 'warning', progress: 'empty' },
  OPEN: { tone: 'attention', progress: 'empty' },
  PARTIALLY_FULFILLED: { tone: 'warning', progress: 'half' },
  PENDING_FULFILLMENT: { tone: 'attention', progress: 'empty' },
  REQUEST_DECLINED: { tone: 'critical', progress: 'empty' },
  RESTOCKED: { tone: 'neutral', progress: 'full' },
  SCHEDULED: { tone: 'info', progress: 'empty' },
  UNFULFILLED: { tone: 'attention', progress: 'empty' },
};

/** `Order.displayFulfillmentStatus` as the admin words it. */
export function fulfillmentBadge(status: string): Badge {
  const look = FULFILLMENT[status] ?? { tone: 'neutral', progress: null };
  return { label: words(status), ...look };
}

const WORK: Readonly<Record<string, Badge>> = {
  OPEN: { label: 'Unfulfilled', tone: 'attention', progress: 'empty' },
  IN_PROGRESS: { label: 'In progress', tone: 'info', progress: 'half' },
  ON_HOLD: { label: 'On hold', tone: 'warning', progress: 'empty' },
  SCHEDULED: { label: 'Scheduled', tone: 'info', progress: 'empty' },
  CLOSED: { label: 'Fulfilled', tone: 'neutral', progress: 'full' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral', progress: 'full' },
  INCOMPLETE: { label: 'Incomplete', tone: 'critical', progress: 'half' },
};

/** A fulfillment order's status as its card is headed. */
export function workBadge(status: string): Badge {
  return WORK[status] ?? { label: words(status), tone: 'neutral', progress: null };
}

/** What a 3PL has been asked and answered; null when it has not been asked. */
export function requestBadge(requestStatus: string): Badge | null {
  if (requestStatus === 'UNSUBMITTED' || requestStatus === 'CLOSED') return null;
  const rejected = requestStatus.endsWith('REJECTED');
  return {
    label: requestStatus === 'SUBMITTED' ? 'Request sent' : words(requestStatus),
    tone: rejected ? 'critical' : 'info',
    progress: null,
  };
}

export const CANCELLED_BADGE: Badge = { label: 'Cancelled', tone: 'critical', progress: null };

export { words as statusWords };
