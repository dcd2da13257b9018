/**
 * What the local Shopify offers to those who carry it over HTTP, draw its pages, or run it inside a
 * simulation. The world is pure: no I/O, a virtual clock, one seeded source of chance. The same
 * start, seed and calls give the same ids, tokens, ledger and webhooks.
 */
import type { AdminRequest, AdminResponse } from './admin-api-contract.ts';
import type { FileStorage } from '../bulk/file-storage.ts';
import type { Billing } from './billing-contract.ts';
import type { Apps } from './app-contract.ts';
import type { Commerce } from './commerce-contract.ts';
import type { Faults } from './fault-contract.ts';
import type { Flow } from './flow-contract.ts';
import type { Ledger } from './ledger-contract.ts';
import type { EpochMs, Shop, ShopDomain } from '../model.ts';
import type { Webhooks } from './webhook-contract.ts';

export type * from './admin-api-contract.ts';
export type * from './app-contract.ts';
export type * from './billing-contract.ts';
export * from './commerce-contract.ts';
export type * from './fault-contract.ts';
export type * from './flow-contract.ts';
export type * from './ledger-contract.ts';
export type * from './order-spec.ts';
export type * from './webhook-contract.ts';

export interface WorldOptions {
  readonly startAt: EpochMs;
  readonly seed: number;
}

export interface World {
  now(): EpochMs;
  /**
   * Moves the clock forward and runs everything due on the way, in order of due time and then of
   * planning. Throws a RangeError on a time before `now()`.
   */
  advanceTo(at: EpochMs): void;
  /**
   * When something next happens by itself: a job, a settlement, a 3PL's answer, a webhook attempt.
   * A webhook that is due but not yet taken by the carrier keeps its (past) due time here.
   */
  nextHappeningAt(): EpochMs | null;
  readonly shops: ReadonlyMap<ShopDomain, Shop>;
  readonly ledger: Ledger;
  readonly apps: Apps;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  readonly flow: Flow;
  readonly billing: Billing;
  /** Files that apps fetch and upload. */
  readonly storage: Pick<FileStorage, 'answer'>;
  readonly commerce: Commerce;
}

/**
 * Made by `createAdminGraphql(official)` in `admin-api/execute.ts`, where `official` comes from
 * `loadOfficialSchema()` in `tests/devstore/fetched/official-schema.ts`. Synchronous: one call is one atomic act.
 */
export type ExecuteAdminGraphql = (world: World, request: AdminRequest) => AdminResponse;
