/** Shopify Flow, as far as an app's own triggers and actions are concerned. */
import type { DeliveryOutcome } from './webhook-contract.ts';
import type { EpochMs, ShopDomain } from '../model.ts';

/** A field of a trigger or action: references are named by their object (`order_reference` is `order_id`). */
export interface FlowField {
  readonly name: string;
  readonly type: string;
  /** Of actions alone. */
  readonly required: boolean;
  readonly label: string;
}

export interface FlowTriggerSpec {
  readonly handle: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly FlowField[];
}

export interface FlowActionSpec extends FlowTriggerSpec {
  /** Absolute, or relative to the app's address. */
  readonly url: string;
}

/** What an app's extensions bring to Flow. */
export interface FlowSpec {
  readonly triggers: readonly FlowTriggerSpec[];
  readonly actions: readonly FlowActionSpec[];
  /** Where the app hears whether a trigger is used; null when it does not ask. */
  readonly lifecycleUrl: string | null;
}

/** A trigger that the app sent and Flow took. */
export interface ReceivedTrigger {
  readonly id: number;
  readonly at: EpochMs;
  readonly shop: ShopDomain;
  readonly clientId: string;
  readonly handle: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Whether an enabled workflow of the shop begins with it; nothing happens otherwise. */
  readonly isUsed: boolean;
}

/** A request of Flow's to the app: an action that is run, or news of how a trigger is used. */
export interface FlowRequest {
  /** The action's `action_run_id`, the same in every attempt; of a lifecycle callback an id of our own. */
  readonly id: string;
  readonly kind: 'action' | 'lifecycle';
  /** Of the action or the trigger. */
  readonly handle: string;
  readonly shop: ShopDomain;
  readonly clientId: string;
  /** Absolute. */
  readonly url: string;
  /** Everything but X-Shopify-Hmac-Sha256, which the carrier computes over `body`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly createdAt: EpochMs;
  readonly attempts: number;
  readonly dueAt: EpochMs | null;
  /** `refused`: the app said no, once and for all; `given_up`: it said nothing of use for too long. */
  readonly state: 'scheduled' | 'in_flight' | 'done' | 'refused' | 'given_up';
  readonly outcomes: readonly { readonly at: EpochMs; readonly outcome: DeliveryOutcome }[];
}

export interface Flow {
  /** Marks up to `limit` due requests as in flight and hands them over, oldest due first. */
  takeDue(limit?: number): readonly FlowRequest[];
  report(requestId: string, outcome: DeliveryOutcome): void;
  /**
   * Runs an action, as a workflow that has come to it does.
   *
   * @throws CommerceRefusal when there is no such action, or what it needs is missing
   */
  runAction(
    shop: ShopDomain,
    clientId: string,
    handle: string,
    properties: Readonly<Record<string, unknown>>,
  ): FlowRequest;
  /** A run once more, as it is retried: the same `action_run_id`. */
  repeat(requestId: string): void;
  /**
   * A merchant turns a workflow on or off that begins with the trigger. It is on once the app's lifecycle callback
   * was answered with 2xx; without such a callback at once.
   */
  useTrigger(shop: ShopDomain, clientId: string, handle: string, isUsed: boolean): void;
  isUsed(shop: ShopDomain, clientId: string, handle: string): boolean;
  received(): readonly ReceivedTrigger[];
  requests(): readonly FlowRequest[];
}
