/** One Admin API request: who may, what it costs, what goes wrong on purpose, and what it does. */
import {
  executeSync,
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { OfficialSchema } from '../fetched/official-schema.ts';
import type {
  AdminRequest,
  AdminResponse,
  ExecuteAdminGraphql,
  Fault,
  Installation,
  World,
} from '../world/contracts/contract.ts';
import { kernelOf } from '../world/create-world.ts';
import type { Kernel } from '../world/kernel.ts';
import { shopOf } from '../world/lookup.ts';
import type { Context } from './context.ts';
import { actualCost, createBucket, MAX_QUERY_COST, requestedCost, type Bucket } from './cost.ts';
import { idempotencyKeys } from './idempotent-directive.ts';
import { inputSizeErrors } from './inputs/input-limits.ts';
import { withRequestedOrderEdits } from './inputs/requested-order-edits.ts';
import { httpError, resolverUnder } from './fault-answers.ts';
import { createFieldResolver, resolveAbstractType } from './resolve.ts';
import { createScopeCheck, reach } from './scopes.ts';

/** The version this schema is of. Any other is refused loudly rather than served as if it were. */
const API_VERSION = '2026-10';

interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

type Effect = Extract<Fault, { at: 'admin_api' }>['effect'];

/** The Admin API over the official schema, extended by what the packed copy lacks. */
export function createAdminGraphql(official: OfficialSchema): ExecuteAdminGraphql {
  const schema = withRequestedOrderEdits(official.schema);
  const prepare = createPreparer(schema);
  const fieldResolver = createFieldResolver(createScopeCheck(official.scopes), reach);
  const buckets = new WeakMap<World, Map<number, Bucket>>();

  const bucketOf = (world: World, kernel: Kernel, installation: Installation): Bucket => {
    const ofWorld = buckets.get(world) ?? new Map<number, Bucket>();
    buckets.set(world, ofWorld);
    const existing = ofWorld.get(installation.id);
    if (existing !== undefined) return existing;
    const created = createBucket(shopOf(kernel, installation.shop), kernel.now());
    ofWorld.set(installation.id, created);
    return created;
  };

  return (world, request) => {
    const kernel = kernelOf(world);
    const requestId = kernel.random.uuid();
    const answer = (status: number, body: unknown, extra: Partial<AdminResponse> = {}) => ({
      status,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Request-Id': requestId,
        'X-Shopify-API-Version': API_VERSION,
        ...extra.headers,
      },
      body,
      ...omitHeaders(extra),
    });

    const bearer =
      request.accessToken === null
        ? null
        : world.apps.verifyToken(request.shop, request.accessToken);
    if (bearer === null) {
      return answer(401, {
        errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
      });
    }
    if (request.apiVersion !== API_VERSION) {
      return answer(404, {
        errors: `Not Found: API version ${request.apiVersion} is not simulated`,
      });
    }

    const { document, errors } = prepare(request.query);
    const operation = operationOf(document, request.operationName ?? null);
    const effect = strikingEffect(kernel, request, operation);
    switch (effect?.kind) {
      case 'answer_lost_before_acting':
        return answer(502, null, { lost: 'answer' });
      case 'http':
        if (effect.acted === true) break;
        return answer(...httpError(effect));
      case 'internal_error':
        return answer(200, {
          errors: [
            {
              message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId} (include this in support requests).`,
              extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
            },
          ],
        });
      case 'answer_lost_after_acting':
      case 'throttled':
      case 'slow':
      case 'malformed_body':
      case 'errors_after_acting':
      case 'field_denied':
      case 'root_denied':
      case undefined:
        break;
    }
    if (errors.length > 0 || operation === null) {
      return answer(200, { errors: errors.length > 0 ? errors : [noOperation()] });
    }

    const { installation, scopes, staff } = bearer;
    const bucket = bucketOf(world, kernel, installation);
    const variables = request.variables ?? {};
    const tooMuch = inputSizeErrors(schema, operation, variables);
    if (tooMuch.length > 0) return answer(200, { errors: tooMuch.map((e) => e.toJSON()) });
    const requested = requestedCost(schema, document, operation, variables);
    const cost = (actual: number | null) => ({
      cost: {
        requestedQueryCost: requested,
        actualQueryCost: actual,
        throttleStatus: bucket.status(kernel.now()),
      },
    });
    if (requested > MAX_QUERY_COST) {
      return answer(200, { errors: [tooExpensive(requested)], extensions: cost(null) });
    }
    if (effect?.kind === 'throttled' || !bucket.take(kernel.now(), requested)) {
      return answer(200, { errors: [throttled()], extensions: cost(null) });
    }

    const shop = shopOf(kernel, request.shop);
    const delayMs = effect?.kind === 'slow' ? effect.ms : 0;
    const runInBulk: Context['runInBulk'] = (runnable, bulkVariables) =>
      executeSync({
        schema,
        document: runnable.document,
        contextValue: {
          ...context,
          isBulk: true,
          idempotencyKey: idempotencyKeys(runnable.operation, bulkVariables),
        },
        variableValues: bulkVariables,
        fieldResolver,
        typeResolver: resolveAbstractType,
      });
    const context: Context = {
      kernel,
      shop,
      installation,
      scopes,
      staff,
      actor: { kind: 'app', appId: installation.app.id, title: installation.app.spec.title },
      idempotencyKey: idempotencyKeys(operation, variables),
      answerDelayMs: delayMs,
      schema,
      isBulk: false,
      runInBulk,
    };
    kernel.requestId = requestId;
    let result: ExecutionResult;
    try {
      result = executeSync({
        schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName: operation.name?.value ?? null,
        fieldResolver: resolverUnder(effect, fieldResolver),
        typeResolver: resolveAbstractType,
      });
    } finally {
      kernel.requestId = null;
    }
    const actual = actualCost(schema, document, operation, variables, result.data ?? null);
    bucket.giveBack(kernel.now(), Math.max(0, requested - actual));
    const body = {
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors === undefined ? {} : { errors: result.errors.map((e) => e.toJSON()) }),
      extensions: cost(actual),
    };
    switch (effect?.kind) {
      case 'answer_lost_after_acting':
        return answer(502, null, { lost: 'answer' });
      case 'malformed_body':
        return answer(200, null, { malformedText: JSON.stringify(body).slice(0, -20) });
      case 'slow':
        return answer(200, body, { delayMs });
      case 'http':
        return answer(...httpError(effect));
      case 'errors_after_acting': {
        const { message = 'Something went wrong', code } = effect;
        return answer(200, {
          errors: [{ message, ...(code !== undefined && { extensions: { code } }) }],
          extensions: cost(actual),
        });
      }
      default:
        return answer(200, body);
    }
  };
}

function omitHeaders({
  headers: _headers,
  ...rest
}: Partial<AdminResponse>): Partial<AdminResponse> {
  return rest;
}

/** Parsing and validating is by far the slowest part of a request and depends on its text alone. */
function createPreparer(schema: GraphQLSchema): (query: string) => Prepared {
  const known = new Map<string, Prepared>();
  return (query) => {
    const kept = known.get(query);
    if (kept !== undefined) return kept;
    const prepared = prepareQuery(schema, query);
    known.set(query, prepared);
    return prepared;
  };
}

function prepareQuery(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query);
    return { document, errors: validate(schema, document) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: { kind: Kind.DOCUMENT, definitions: [] }, errors: [error] };
  }
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (name === null) return operations.length === 1 ? (operations[0] ?? null) : null;
  return operations.find((operation) => operation.name?.value === name) ?? null;
}

function strikingEffect(
  kernel: Kernel,
  request: AdminRequest,
  operation: OperationDefinitionNode | null,
): Effect | undefined {
  const names = new Set(['*']);
  if (operation?.name !== undefined) names.add(operation.name.value);
  for (const selection of operation?.selectionSet.selections ?? []) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
  }
  return kernel.faults.strike('admin_api', request.shop, (fault) => names.has(fault.operation))
    ?.effect;
}

function noOperation(): object {
  return { message: 'An operation name is required', extensions: { code: 'BAD_REQUEST' } };
}

function throttled(): object {
  return {
    message: 'Throttled',
    extensions: {
      code: 'THROTTLED',
      documentation: 'https://shopify.dev/api/usage/rate-limits',
    },
  };
}

function tooExpensive(cost: number): object {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`,
    extensions: {
      code: 'MAX_COST_EXCEEDED',
      cost,
      maxCost: MAX_QUERY_COST,
      documentation: 'https://shopify.dev/api/usage/rate-limits',
    },
  };
}
