import type { Actor } from '../../domain/actor.ts';
import { against, staffAuthority } from '../../domain/authority/authority.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { type EpochMs, DAY } from '../../domain/time.ts';
import { type CancellationRecord, readAll } from '../cancellation/cancellation-record.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { OrderMirror, OrderSnapshot } from '../order/ports.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { DataRequest, DataRequestStore } from './ports.ts';

export interface DataRequestDeps {
  readonly clock: Clock;
  readonly policies: PolicyStore;
  readonly dataRequests: DataRequestStore;
  readonly orders: OrderMirror;
  readonly store: CancellationStore;
}

/** Who asks, with what the platform says they may, or why it did not say. */
export interface Handling {
  readonly actor: Actor;
  readonly access: Result<StaffAccess, Refusal>;
}

/**
 * How long the merchant has to answer.
 * Source: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
const DAYS_TO_ANSWER = 30;

/** A customer's question with the day by which it has to be answered. */
export type DueDataRequest = DataRequest & { readonly dueAt: EpochMs };

/** What customers asked of the shop; those to be answered first. */
export async function listDataRequests(
  deps: DataRequestDeps,
  shop: ShopDomain,
  by: Handling,
): Promise<Result<readonly DueDataRequest[], Refusal>> {
  const refusal = await againstHandling(deps, shop, by);
  if (refusal) return err(refusal);
  const requests = await deps.dataRequests.list(shop);
  return ok(
    requests.map((request) => ({
      ...request,
      dueAt: request.requestedAt + DAYS_TO_ANSWER * DAY,
    })),
  );
}

/** All that is stored about one customer. */
export interface CustomerData {
  readonly request: DataRequest;
  readonly orders: readonly OrderSnapshot[];
  readonly cancellations: readonly CancellationRecord[];
}

/** Collects everything that is stored about the customer who asked, to be handed over; changes nothing. */
export async function collectCustomerData(
  deps: DataRequestDeps,
  shop: ShopDomain,
  by: Handling,
  id: string,
): Promise<Result<CustomerData, Refusal>> {
  const refusal = await againstHandling(deps, shop, by);
  if (refusal) return err(refusal);
  const request = await deps.dataRequests.get(shop, id);
  if (!request) return err({ code: 'data_request_not_found' });
  const orderIds = await deps.dataRequests.ordersOf(shop, request);
  const orders: OrderSnapshot[] = [];
  const cancellations: CancellationRecord[] = [];
  for (const orderId of orderIds) {
    const order = await deps.orders.get(shop, orderId);
    if (order) orders.push(order);
    cancellations.push(...(await readAll(deps.store, shop, orderId)));
  }
  return ok({ request, orders, cancellations });
}

/** Notes that the customer has been answered, and by whom. */
export async function markHandedOver(
  deps: DataRequestDeps,
  shop: ShopDomain,
  by: Handling,
  id: string,
): Promise<Result<null, Refusal>> {
  const refusal = await againstHandling(deps, shop, by);
  if (refusal) return err(refusal);
  if (!(await deps.dataRequests.get(shop, id))) return err({ code: 'data_request_not_found' });
  await deps.dataRequests.markHandedOver(shop, id, by.actor, deps.clock.now());
  return ok(null);
}

async function againstHandling(
  deps: DataRequestDeps,
  shop: ShopDomain,
  { access }: Handling,
): Promise<Refusal | null> {
  if (!access.ok) return access.error;
  const policy = await deps.policies.current(shop);
  const action = { do: 'handle_data_request' } as const;
  return against(policy, staffAuthority(access.value), action)[0] ?? null;
}
