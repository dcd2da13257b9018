/** What Flow may ask of the app, by the handle of its extension. extensions/flow-actions declares the same. */
export const FLOW_ACTIONS = [
  'cancel-whole-order',
  'approve-cancellation',
  'decline-cancellation',
  'hold-fulfillment',
] as const;

export type FlowAction = (typeof FLOW_ACTIONS)[number];

/** What a merchant filled in for an action, as far as the action has it. */
export interface FlowWishes {
  readonly refund: boolean;
  readonly restock: boolean;
  readonly notify: boolean;
  /** One of Shopify's reasons for a cancel, in any case. */
  readonly reason: string;
  readonly note: string;
}
