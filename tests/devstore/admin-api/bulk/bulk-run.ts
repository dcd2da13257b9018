/**
 * What a bulk operation does after its mutation was answered, by the world's clock: CREATED, RUNNING, an end, and
 * `bulk_operations/finish`. Statuses, counts and files as recorded; how long each takes is chosen.
 */
import { GraphQLError, type ExecutionResult } from 'graphql';
import {
  finishPayload,
  type BulkErrorCode,
  type BulkOperation,
  type BulkType,
} from '../../world/bulk/bulk-operations.ts';
import type { Context, Runnable } from '../context.ts';
import { linesOf } from './bulk-result.ts';

const BEGINS_AFTER_MS = 250;
const ENDS_AFTER_MS = 750;
/** Recorded: 1,432 objects were written within a second. */
const OBJECTS_A_SECOND = 2_000;
const LINE_TAKES_MS = 20;
const CANCELED_AFTER_MS = 400;

export function createOperation(
  context: Context,
  type: BulkType,
  query: string,
  clientIdentifier: string | null = null,
): BulkOperation {
  const { kernel, installation } = context;
  const operation: BulkOperation = {
    kind: 'BulkOperation',
    id: kernel.nextId(),
    installation,
    type,
    query,
    clientIdentifier,
    createdAt: kernel.now(),
    status: 'CREATED',
    errorCode: null,
    completedAt: null,
    endedAt: null,
    objectCount: 0,
    rootObjectCount: 0,
    fileSize: null,
    url: null,
    partialDataUrl: null,
  };
  kernel.bulk.add(operation);
  return operation;
}

/** What the query finds is read when the operation is created: an app may not count on anything later. */
export function runQuery(
  context: Context,
  operation: BulkOperation,
  runnable: Runnable,
  isGrouped: boolean,
): void {
  const { kernel, shop } = context;
  const result = context.runInBulk(runnable, {});
  const denied = result.errors?.some(({ extensions }) => extensions['code'] === 'ACCESS_DENIED');
  // What is not simulated is said at once, where the app's developer sees it.
  const unknown = result.errors?.find(({ extensions }) => extensions['code'] === 'NOT_SIMULATED');
  if (unknown !== undefined) throw unknown;
  const { lines, rootObjects } =
    denied === true || result.data == null
      ? { lines: [], rootObjects: 0 }
      : linesOf(context.schema, runnable, result.data, isGrouped);
  const striking = kernel.faults.strike(
    'bulk_operation',
    shop.domain,
    ({ type }) => type === '*' || type === 'QUERY',
  )?.effect;
  const stalled = striking?.kind === 'stall' ? striking.ms : 0;
  const writing = (lines.length / OBJECTS_A_SECOND) * 1000;

  begin(context, operation, () => {
    if (denied === true) {
      end(context, operation, 'FAILED', { errorCode: 'ACCESS_DENIED' });
      return;
    }
    operation.objectCount = lines.length;
    operation.rootObjectCount = rootObjects;
    kernel.clock.schedule(kernel.now() + ENDS_AFTER_MS + writing + stalled, () => {
      if (operation.status !== 'RUNNING') return;
      if (striking?.kind === 'fail') {
        const kept = lines.slice(0, striking.afterObjects ?? 0);
        operation.objectCount = kept.length;
        end(context, operation, 'FAILED', { errorCode: striking.code, partial: kept });
      } else end(context, operation, 'COMPLETED', { lines });
    });
  });
}

/**
 * Each line is one execution with its own variables, in their order.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/imports; the answer's line was recorded as
 * `{"data":{…},"__lineNumber":0}`.
 */
export function runMutation(
  context: Context,
  operation: BulkOperation,
  runnable: Runnable,
  uploaded: string,
): void {
  const { kernel, shop } = context;
  const inputs = uploaded.split('\n').filter((line) => line.trim() !== '');
  const answers: string[] = [];
  const striking = kernel.faults.strike(
    'bulk_operation',
    shop.domain,
    ({ type }) => type === '*' || type === 'MUTATION',
  )?.effect;
  const failsAt = striking?.kind === 'fail' ? (striking.afterObjects ?? 0) : Infinity;

  const next = (): void => {
    if (operation.status !== 'RUNNING') return;
    if (!isInstalled(context)) {
      end(context, operation, 'FAILED', { errorCode: 'ACCESS_DENIED', partial: answers });
      return;
    }
    const number = answers.length;
    if (striking?.kind === 'fail' && number >= failsAt) {
      end(context, operation, 'FAILED', { errorCode: striking.code, partial: answers });
      return;
    }
    const input = inputs[number];
    if (input === undefined) {
      end(context, operation, 'COMPLETED', { lines: answers });
      return;
    }
    answers.push(JSON.stringify({ ...carryOut(context, runnable, input), __lineNumber: number }));
    operation.objectCount = answers.length;
    operation.rootObjectCount = answers.length;
    kernel.clock.schedule(kernel.now() + LINE_TAKES_MS, next);
  };
  begin(context, operation, () => {
    const stalled = striking?.kind === 'stall' ? striking.ms : 0;
    kernel.clock.schedule(kernel.now() + LINE_TAKES_MS + stalled, next);
  });
}

function carryOut(context: Context, runnable: Runnable, line: string): ExecutionResult {
  let variables: unknown;
  try {
    variables = JSON.parse(line);
  } catch {
    return { errors: [new GraphQLError('This line is no JSON.')] };
  }
  const result = context.runInBulk(runnable, variables as Readonly<Record<string, unknown>>);
  return {
    ...(result.data == null ? {} : { data: result.data }),
    ...(result.errors === undefined ? {} : { errors: result.errors }),
  };
}

const isInstalled = ({ kernel, installation }: Context): boolean =>
  kernel.apps.installation(installation.app.spec.clientId, installation.shop)?.id ===
  installation.id;

function begin({ kernel }: Context, operation: BulkOperation, work: () => void): void {
  kernel.clock.schedule(kernel.now() + BEGINS_AFTER_MS, () => {
    if (operation.status !== 'CREATED') return;
    operation.status = 'RUNNING';
    work();
  });
}

export function cancel(context: Context, operation: BulkOperation): void {
  const { kernel } = context;
  operation.status = 'CANCELING';
  kernel.clock.schedule(kernel.now() + CANCELED_AFTER_MS, () =>
    end(context, operation, 'CANCELED', {}),
  );
}

interface End {
  readonly lines?: readonly string[];
  readonly partial?: readonly string[];
  readonly errorCode?: BulkErrorCode;
}

function end(
  { kernel, shop, installation }: Context,
  operation: BulkOperation,
  status: 'COMPLETED' | 'FAILED' | 'CANCELED',
  { lines = [], partial = [], errorCode }: End,
): void {
  const name = `${operation.type === 'QUERY' ? 'bulk' : 'staging-bulk'}-${operation.id}.jsonl`;
  const file = (content: readonly string[]): string => content.map((line) => `${line}\n`).join('');
  operation.status = status;
  operation.endedAt = kernel.now();
  operation.errorCode = errorCode ?? null;
  if (status === 'COMPLETED') operation.completedAt = kernel.now();
  // Documented: nothing was found, so there is no file.
  if (lines.length > 0) {
    const content = file(lines);
    operation.url = kernel.storage.publish(name, content);
    operation.fileSize = Buffer.byteLength(content);
  }
  if (partial.length > 0) operation.partialDataUrl = kernel.storage.publish(name, file(partial));
  kernel.events.emitTo(installation, shop, 'bulk_operations/finish', finishPayload(operation));
}
