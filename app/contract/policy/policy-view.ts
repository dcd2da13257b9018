import type { Policy, PolicyDocument } from '../../domain/policy/document/policy.ts';
import type { RefusedBody } from '../shopper/shopper-view.ts';
import type { WindowPicture } from '../../presentation/shopper/window-picture.ts';

/** What the policy page is drawn from. */
export interface PolicyPageView {
  /** The policy in force. */
  readonly policy: Policy;
  /** Newest first. */
  readonly versions: readonly PolicyVersionRow[];
  readonly shop: PolicyShopView;
}

/** One saved version, as the list names it. */
export interface PolicyVersionRow {
  readonly version: number;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly savedBy: 'you' | 'another staff member' | 'Unorder';
}

/** What the form offers to choose from, as far as the shop is known. */
export interface PolicyShopView {
  /** False when Shopify did not answer: what is chosen from is incomplete then. */
  readonly complete: boolean;
  readonly currencyCode: string;
  readonly timeZone: string;
  /** Languages that customers read, the shop's own first. */
  readonly locales: readonly string[];
  readonly markets: readonly {
    readonly id: string;
    readonly name: string;
    readonly countries: readonly string[];
  }[];
  /** Names of payment gateways that orders were paid by. */
  readonly gateways: readonly string[];
  /** Titles of the collections that the policy names, by id. */
  readonly collectionTitles: Readonly<Record<string, string>>;
}

/** A collection to choose. */
export interface CollectionChoice {
  readonly id: string;
  readonly title: string;
}

/** Body of a refused save. */
export interface PolicyRefusedBody extends RefusedBody {
  /** What is wrong, by the path of the field in the document. */
  readonly faults?: Readonly<Record<string, string>>;
  /** The policy that somebody else saved meanwhile. */
  readonly inForce?: Policy;
}

/** Body of a question how an order would be seen under a draft. */
export interface PolicyPreviewBody {
  /** The number at the end of the order's id. */
  readonly orderNumber: string;
  readonly document: PolicyDocument;
  /** When the customer is taken to ask, in minutes after the order; null = now. */
  readonly minutesAfterOrder: number | null;
  /** The customer's language. */
  readonly locale: string;
}

/** An order under a draft, for staff and as its customer would see it. */
export interface PolicyPreviewView {
  readonly orderNumber: string;
  readonly orderName: string;
  /** ISO 8601. */
  readonly askedAt: string;
  readonly answer: 'at_once' | 'by_request' | 'not_possible';
  /** ISO 8601; null when no time ends the window, or none is open. */
  readonly closesAt: string | null;
  /** What speaks for cancelling, in staff's words. */
  readonly reasonsFor: readonly string[];
  /** What stands against cancelling the whole order. */
  readonly reasonsAgainst: readonly string[];
  /** Why a person would have to decide. */
  readonly reasonsToAsk: readonly string[];
  readonly lines: readonly PreviewLine[];
  /** The customer's window as it opens, and with the items to choose from where there is that choice. */
  readonly windows: readonly WindowPicture[];
}

export interface PreviewLine {
  readonly title: string;
  /** Units that are left on the order. */
  readonly quantity: number;
  /** Units that could be cancelled on their own. */
  readonly cancellable: number;
  /** Why not all of them, and why a person would look at them. */
  readonly notes: readonly string[];
}

/** Body of a request to run a draft over past orders. */
export interface PolicySimulationBody {
  readonly document: PolicyDocument;
  /** When each customer is taken to have asked, in minutes after their order. */
  readonly minutesAfterOrder: number;
}

/** One line of the answer (NDJSON): how far it is, until the last line says that it is done or cannot go on. */
export type PolicySimulationMessage =
  | { readonly kind: 'progress' | 'done'; readonly simulation: PolicySimulationView }
  | { readonly kind: 'failed'; readonly refusals: RefusedBody['refusals'] };

/** What a draft would have done with past orders, as far as they have been gone through. */
export interface PolicySimulationView {
  readonly orders: number;
  /** How many there are in all; null when that is not known. */
  readonly total: number | null;
  readonly allowed: number;
  readonly atOnce: number;
  readonly byRequest: number;
  /** Under the policy in force. */
  readonly allowedNow: number;
  /** Allowed by the draft and not by the policy in force, and the other way round. */
  readonly newlyAllowed: number;
  readonly newlyRefused: number;
  /** Why not, most frequent first; an order can have several. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** The sum of fees, a currency each. */
  readonly fees: readonly string[];
  /** ISO 8601: the first instant of what was gone through. */
  readonly since: string;
  /** Shopify shows this app no older orders. */
  readonly isShortened: boolean;
  /** Orders left out because they could not be read. */
  readonly unreadable: number;
}
