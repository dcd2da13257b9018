import { Badge } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import type { CancellationBadgeView } from '../../contract/list/order-list-view.ts';
import type { OrderStateView } from '../../contract/staff/order-state-view.ts';
import { type StatusWords, fulfillmentWords, paymentWords } from './status-words.ts';

export function PaymentBadge({ status }: { readonly status: string | null }) {
  return <WordsBadge words={paymentWords(status, useMessages())} />;
}

export function FulfillmentBadge({ status }: { readonly status: string | null }) {
  return <WordsBadge words={fulfillmentWords(status, useMessages())} />;
}

/** What an order comes to: pending, completed, partly cancelled. */
export function OrderStateBadge({ label, tone }: OrderStateView) {
  return <Badge {...(tone === null ? {} : { tone })}>{label}</Badge>;
}

export function CancellationBadge({ statusLabel, tone }: CancellationBadgeView) {
  return <Badge tone={tone}>{statusLabel}</Badge>;
}

function WordsBadge({ words }: { readonly words: StatusWords | null }) {
  if (!words) return null;
  const { label, ...look } = words;
  return <Badge {...look}>{label}</Badge>;
}
