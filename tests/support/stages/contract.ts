import * as z from 'zod/mini';

import {
  collectionChoices,
  policyPreviewView,
  policyRefusedBody,
  policySimulationMessage,
} from '../../../app/contract/policy/policy-view.ts';
import { policyTexts } from '../../../app/contract/policy/policy-texts.ts';
import { savedPolicy } from '../../../app/contract/policy/policy-bodies.ts';
import { bulkView, startedBulk } from '../../../app/contract/bulk/bulk-view.ts';
import { historyExportDone, historyExportLink } from '../../../app/contract/list/history-view.ts';
import { orderListView, orderViewAnswer } from '../../../app/contract/list/order-list-view.ts';
import { refusedBody, staffRefusedBody } from '../../../app/contract/refused-body.ts';
import { customerData, dataHandedOver } from '../../../app/contract/shop/data-request-view.ts';
import { healthView } from '../../../app/contract/shop/health-view.ts';
import { shopperQuote, shopperView } from '../../../app/contract/shopper/shopper-view.ts';
import { customerMail } from '../../../app/contract/staff/customer-mail.ts';
import { staffCancellationView } from '../../../app/contract/staff/staff-cancellation-view.ts';
import {
  mailPreview,
  savedNotifications,
} from '../../../app/contract/notification/notification-bodies.ts';
import { requestsReview, waitingCount } from '../../../app/contract/list/cancellation-list-view.ts';
import { setupNoted } from '../../../app/contract/list/figures-view.ts';
import { changeOffer, staffOrderView, staffQuote } from '../../../app/contract/staff/staff-view.ts';

/* The contract as tests hold the app to it: what each JSON route answers with. */

interface JsonRoute {
  readonly GET?: z.core.$ZodType;
  readonly POST?: z.core.$ZodType;
  readonly refused: z.core.$ZodType;
}

/** By the route's file. */
const JSON_ROUTES: Readonly<Record<string, JsonRoute>> = {
  'api.shopper.orders.$number.cancellation': {
    GET: shopperView,
    POST: shopperView,
    refused: refusedBody,
  },
  'api.shopper.orders.$number.cancellation_.quote': { POST: shopperQuote, refused: refusedBody },
  'api.shopper.orders.$number.cancellation_.withdraw': { POST: shopperView, refused: refusedBody },
  'api.staff.collections': { GET: collectionChoices, refused: staffRefusedBody },
  'api.staff.data-requests.$id': {
    GET: customerData,
    POST: dataHandedOver,
    refused: staffRefusedBody,
  },
  'api.staff.health': { GET: healthView, refused: staffRefusedBody },
  'api.staff.bulk-cancellations._index': { POST: startedBulk, refused: staffRefusedBody },
  'api.staff.bulk-cancellations.$id': {
    GET: bulkView,
    POST: bulkView,
    refused: staffRefusedBody,
  },
  'api.staff.bulk-cancellations.$id_.csv': { refused: staffRefusedBody },
  'api.staff.order-views': { POST: orderViewAnswer, refused: staffRefusedBody },
  'api.staff.notifications': { POST: savedNotifications, refused: staffRefusedBody },
  'api.staff.notifications_.template': { POST: savedNotifications, refused: staffRefusedBody },
  'api.staff.notifications_.preview': { POST: mailPreview, refused: staffRefusedBody },
  'api.staff.requests.count': { GET: waitingCount, refused: staffRefusedBody },
  'api.staff.requests.review': { POST: requestsReview, refused: staffRefusedBody },
  'api.staff.orders._index': { GET: orderListView, refused: staffRefusedBody },
  'api.staff.orders.$number.cancellation': {
    GET: staffOrderView,
    POST: staffOrderView,
    refused: staffRefusedBody,
  },
  'api.staff.orders.$number.cancellation_.quote': { POST: staffQuote, refused: staffRefusedBody },
  'api.staff.orders.$number.cancellation_.mail': { POST: customerMail, refused: staffRefusedBody },
  'api.staff.history.exports._index': { POST: historyExportDone, refused: staffRefusedBody },
  'api.staff.history.exports.$id': {
    GET: historyExportLink,
    POST: historyExportDone,
    refused: staffRefusedBody,
  },
  'api.staff.policy': { POST: savedPolicy, refused: policyRefusedBody },
  'api.staff.policy_.preview': { POST: policyPreviewView, refused: staffRefusedBody },
  'api.staff.policy_.simulation': { POST: policySimulationMessage, refused: staffRefusedBody },
  'api.staff.policy_.texts': { GET: policyTexts, refused: staffRefusedBody },
  'api.staff.policy_.versions.$version': { GET: savedPolicy, refused: staffRefusedBody },
  'api.staff.setup': { POST: setupNoted, refused: staffRefusedBody },
  'app.cancellations.$id': {
    GET: staffCancellationView,
    POST: staffCancellationView,
    refused: staffRefusedBody,
  },
  'app.cancellations.$id_.offer': { GET: changeOffer, refused: staffRefusedBody },
  'app.cancellations.$id_.quote': { GET: staffQuote, POST: staffQuote, refused: staffRefusedBody },
};

export const jsonRouteFiles = (): readonly string[] => Object.keys(JSON_ROUTES);

/** The JSON route at an address; null where there is none. */
function routeAt(path: string): JsonRoute | null {
  const parts = path.split('/').slice(1);
  for (const [file, route] of Object.entries(JSON_ROUTES)) {
    const named = file
      .replace(/[.]_index$/, '')
      .replaceAll('_.', '.')
      .split(/[.](?!json)/);
    const fits =
      named.length === parts.length &&
      named.every((name, index) => name.startsWith('$') || name === parts[index]);
    if (fits) return route;
  }
  return null;
}

/**
 * Throws unless an answer is what the contract says, no field less and none more: what the contract does not name
 * is left out by reading it, and is missed then.
 */
export function meetsContract(schema: z.core.$ZodType, answer: unknown): void {
  const read = z.parse(schema, answer);
  const [given, known] = [answer, read].map((value) => JSON.stringify(sorted(value), null, 1));
  if (given !== known) {
    const more = given?.split('\n').filter((line) => !known?.split('\n').includes(line));
    throw new Error(`The contract does not name, or leaves to its reader:\n${more?.join('\n')}`);
  }
}

/** Holds what a JSON route answered against the contract. Answers without a body, and pages, are nothing to it. */
export async function heldAgainstContract(request: Request, response: Response): Promise<void> {
  const route = routeAt(new URL(request.url).pathname);
  const type = response.headers.get('Content-Type') ?? '';
  if (!route || !type.includes('json')) return;
  const method = request.method === 'POST' ? 'POST' : 'GET';
  const schema = response.ok ? route[method] : route.refused;
  if (!schema) throw new Error(`The contract has no answer to ${method} ${request.url}`);
  const text = await response.clone().text();
  const bodies = type.includes('ndjson') ? text.trim().split('\n') : [text];
  for (const body of bodies) meetsContract(schema, JSON.parse(body));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
