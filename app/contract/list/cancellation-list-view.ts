import type { StaffCancellationView } from '../staff/staff-view.ts';
import type { ListPaging, ListQuery } from '../../presentation/list/list-query.ts';

/** A cancellation in a list that leads to its order. */
export interface CancellationRow {
  readonly id: string;
  /** The number at the end of the order's id, as addresses use it. */
  readonly orderNumber: string;
  /** As people say it: "#1042". */
  readonly orderName: string;
  readonly statusLabel: string;
  readonly tone: StaffCancellationView['tone'];
  readonly requestedBy: string;
  readonly reason: string | null;
  readonly amount: string;
  /** ISO 8601. */
  readonly requestedAt: string;
}

/** A cancellation that waits for a person, with all that is needed to answer it. */
export interface WaitingCancellation {
  readonly orderNumber: string;
  readonly orderName: string;
  readonly cancellation: StaffCancellationView;
}

/** What the home page shows, the most urgent first. */
export interface HomeView {
  readonly requestsWaiting: readonly CancellationRow[];
  readonly needAttention: readonly CancellationRow[];
  /** Cancelled, and the refund not confirmed by the gateway yet. */
  readonly moneyOnItsWay: readonly CancellationRow[];
  readonly latest: readonly CancellationRow[];
  /** How many there are of each; "More than 50" where that is not known. */
  readonly counts: Readonly<Record<'requestsWaiting' | 'needAttention' | 'moneyOnItsWay', string>>;
  readonly copying: boolean;
  readonly policyEnabled: boolean;
}

/** The inbox: customers' requests to answer, and cancellations that only a person can take further. */
export interface RequestsView extends ListPaging {
  readonly query: ListQuery<'urgency'>;
  /** Why this staff member may not answer; null when they may. */
  readonly forbidden: string | null;
  readonly inReview: readonly WaitingCancellation[];
  readonly needAttention: readonly WaitingCancellation[];
}
