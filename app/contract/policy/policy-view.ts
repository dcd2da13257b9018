import * as z from 'zod/mini';

import { refusedBody, staffRefusal } from '../refused-body.ts';
import type { Json } from '../json.ts';
import { savedPolicy } from './policy-bodies.ts';
import { windowPicture } from './window-picture.ts';

const versionRow = z.object({
  version: z.number(),
  /** ISO 8601. */
  savedAt: z.string(),
  savedBy: z.enum(['you', 'other', 'unorder']),
});
/** One saved version, as the list names it. */
export type PolicyVersionRow = Json<typeof versionRow>;

const shop = z.object({
  /** False when Shopify did not answer: what is chosen from is incomplete then. */
  complete: z.boolean(),
  currencyCode: z.string(),
  timeZone: z.string(),
  /** Languages that customers read, the shop's own first. */
  locales: z.array(z.string()),
  markets: z.array(z.object({ id: z.string(), name: z.string(), countries: z.array(z.string()) })),
  /** Names of payment gateways that orders were paid by. */
  gateways: z.array(z.string()),
  /** Titles of the collections that the policy names, by id. */
  collectionTitles: z.record(z.string(), z.string()),
});
/** What the form offers to choose from, as far as the shop is known. */
export type PolicyShopView = Json<typeof shop>;

/** What the policy page is drawn from. */
export const policyPageView = z.object({
  /** The policy in force. */
  policy: savedPolicy,
  /** Newest first. */
  versions: z.array(versionRow),
  shop,
});
export type PolicyPageView = Json<typeof policyPageView>;

/** Answer of `GET /api/staff/collections?query=`: collections to choose. */
export const collectionChoices = z.array(z.object({ id: z.string(), title: z.string() }));
export type CollectionChoices = Json<typeof collectionChoices>;

/** Body of a refused save. */
export const policyRefusedBody = z.extend(refusedBody, {
  /** What is wrong, by the path of the field in the document. */
  faults: z.exactOptional(z.record(z.string(), z.string())),
  /** The policy that somebody else saved meanwhile. */
  inForce: z.exactOptional(savedPolicy),
});
export type PolicyRefusedBody = Json<typeof policyRefusedBody>;

const previewLine = z.object({
  title: z.string(),
  /** Units that are left on the order. */
  quantity: z.number(),
  /** Units that could be cancelled on their own. */
  cancellable: z.number(),
  /** Why not all of them, and why a person would look at them. */
  notes: z.array(z.string()),
});
export type PreviewLine = Json<typeof previewLine>;

/** An order under a draft, for staff and as its customer would see it. */
export const policyPreviewView = z.object({
  orderNumber: z.string(),
  orderName: z.string(),
  /** ISO 8601. */
  askedAt: z.string(),
  answer: z.enum(['at_once', 'by_request', 'not_possible']),
  /** ISO 8601; null when no time ends the window, or none is open. */
  closesAt: z.nullable(z.string()),
  /** What speaks for cancelling, in staff's words. */
  reasonsFor: z.array(z.string()),
  /** What stands against cancelling the whole order. */
  reasonsAgainst: z.array(z.string()),
  /** Why a person would have to decide. */
  reasonsToAsk: z.array(z.string()),
  lines: z.array(previewLine),
  /** The customer's window as it opens, and with the items to choose from where there is that choice. */
  windows: z.array(windowPicture),
});
export type PolicyPreviewView = Json<typeof policyPreviewView>;

/** What a draft would have done with past orders, as far as they have been gone through. */
const simulation = z.object({
  orders: z.number(),
  /** How many there are in all; null when that is not known. */
  total: z.nullable(z.number()),
  allowed: z.number(),
  atOnce: z.number(),
  byRequest: z.number(),
  /** Under the policy in force. */
  allowedNow: z.number(),
  /** Allowed by the draft and not by the policy in force, and the other way round. */
  newlyAllowed: z.number(),
  newlyRefused: z.number(),
  /** Why not, most frequent first; an order can have several. */
  reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** The sum of fees, a currency each. */
  fees: z.array(z.string()),
  /** ISO 8601: the first instant of what was gone through. */
  since: z.string(),
  /** Shopify shows this app no older orders. */
  isShortened: z.boolean(),
  /** Orders left out because they could not be read. */
  unreadable: z.number(),
});
export type PolicySimulationView = Json<typeof simulation>;

/** One line of the answer (NDJSON): how far it is, until the last line says that it is done or cannot go on. */
export const policySimulationMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['progress', 'done']), simulation }),
  z.object({ kind: z.literal('failed'), refusals: z.array(staffRefusal) }),
]);
export type PolicySimulationMessage = Json<typeof policySimulationMessage>;
