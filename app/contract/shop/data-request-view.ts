/** What customers asked to know, for the merchant who has to answer. */
export interface DataRequestsView {
  /** Why this staff member may not see them; null when they may. */
  readonly forbidden: string | null;
  readonly requests: readonly DataRequestView[];
}

export interface DataRequestView {
  readonly id: string;
  /** The customer's page in the admin; null for a guest, whom only orders name. */
  readonly customerUrl: string | null;
  readonly customer: string;
  readonly requestedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  /** When it was answered; null as long as it was not. */
  readonly handedOverAt: string | null;
}
