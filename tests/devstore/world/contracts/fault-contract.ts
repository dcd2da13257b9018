/** What goes wrong on purpose: where, how, and how often. */
import type { ShopDomain } from '../model.ts';

export interface FaultRule {
  readonly fault: Fault;
  readonly shop?: ShopDomain;
  /** The first matching call it strikes, counted from now; 1 when left out. */
  readonly nth?: number;
  /** How many matching calls it strikes; 1 when left out, `'always'` without end. */
  readonly count?: number | 'always';
  /** In place of a count: every matching call for this long, counted from the first one it strikes. */
  readonly forMs?: number;
}

export type Fault =
  | {
      /** `operation`: the operation's name or one of its root fields, or `*`. */
      readonly at: 'admin_api';
      readonly operation: string;
      readonly effect:
        | { readonly kind: 'answer_lost_after_acting' }
        | { readonly kind: 'answer_lost_before_acting' }
        | {
            readonly kind: 'http';
            /**
             * 402 and 423 are a frozen and a locked shop, with their documented meaning; 408, 430 and 5xx
             * say nothing about whether the platform acted.
             */
            readonly status: number;
            readonly retryAfterSeconds?: number;
            /** The platform did what it was asked, and answers with the status all the same. */
            readonly acted?: boolean;
          }
        /** It acted; the answer is a list of errors, without a code unless one is given, and no data. */
        | {
            readonly kind: 'errors_after_acting';
            readonly message?: string;
            readonly code?: string;
          }
        /**
         * It acted; a field below the root is null and explained by an ACCESS_DENIED beside the data.
         * `field` is the field's name; the first nullable one below the root when left out.
         */
        | { readonly kind: 'field_denied'; readonly field?: string }
        /** It did nothing: the first root field is refused, as to an app that may not. */
        | { readonly kind: 'root_denied' }
        | { readonly kind: 'throttled' }
        | { readonly kind: 'internal_error' }
        | { readonly kind: 'slow'; readonly ms: number }
        | { readonly kind: 'malformed_body' };
    }
  | {
      readonly at: 'gateway';
      /** A gateway's name, or `*`. */
      readonly gateway: string;
      readonly action: 'refund' | 'void' | 'capture' | '*';
      readonly effect:
        | { readonly kind: 'decline'; readonly errorCode?: string; readonly message?: string }
        | { readonly kind: 'pending'; readonly settlesAfterMs: number }
        | { readonly kind: 'fail_later'; readonly afterMs: number; readonly errorCode?: string };
    }
  | {
      readonly at: 'job';
      readonly job: 'order_cancel';
      readonly effect:
        | { readonly kind: 'fail'; readonly code?: string; readonly message?: string }
        | { readonly kind: 'stall'; readonly ms: number }
        | { readonly kind: 'done_without_cancelling' }
        /** Everything in one moment. */
        | { readonly kind: 'at_once' }
        /**
         * What the order looks like comes in two stages: first `cancelledAt` and closed fulfillment orders,
         * and after this long the money, the quantities and `closed`. The staff note comes with the first
         * stage or with the last. Without a fault they are less than a second apart.
         */
        | {
            readonly kind: 'staged';
            readonly settlesAfterMs: number;
            readonly note: 'early' | 'late';
          };
    }
  | {
      readonly at: 'bulk_operation';
      readonly type: 'QUERY' | 'MUTATION' | '*';
      readonly effect:
        /** It fails after so many objects, none when left out, which lie at `partialDataUrl`. */
        | {
            readonly kind: 'fail';
            readonly code: 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | 'ACCESS_DENIED';
            readonly afterObjects?: number;
          }
        | { readonly kind: 'stall'; readonly ms: number };
    }
  | {
      readonly at: 'webhook';
      /** A topic, or `*`. */
      readonly topic: string;
      readonly effect:
        | { readonly kind: 'duplicate'; readonly copies?: number }
        | { readonly kind: 'delay'; readonly ms: number }
        | { readonly kind: 'drop' }
        | { readonly kind: 'reorder'; readonly withinMs: number };
    };

export interface InjectedFault {
  readonly id: number;
  readonly rule: FaultRule;
  readonly seen: number;
  readonly struck: number;
}

export interface Faults {
  inject(rule: FaultRule): InjectedFault;
  list(): readonly InjectedFault[];
  clear(id?: number): void;
}
