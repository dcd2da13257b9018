/** What a caller sees of a fault at the Admin API. */
import { GraphQLError, isNonNullType, type GraphQLFieldResolver } from 'graphql';
import type { AdminResponse, Fault } from '../world/contracts/contract.ts';
import type { Context } from './context.ts';

type Effect = Extract<Fault, { at: 'admin_api' }>['effect'];
type HttpFault = Extract<Effect, { kind: 'http' }>;

/**
 * 402: the shop is frozen for want of payment; 423: it is locked. Both last until the merchant or Shopify
 * ends them, and say so in the same words.
 * Sources: https://shopify.dev/docs/api/usage/response-codes and, for the words,
 * https://github.com/Shopify/shopify-cli/issues/1770
 */
const UNAVAILABLE = [402, 423];

/** Status, body and headers of an error that is not GraphQL's. */
export function httpError({
  status,
  retryAfterSeconds,
}: HttpFault): [number, unknown, Partial<AdminResponse>] {
  const errors = UNAVAILABLE.includes(status) ? 'Unavailable Shop' : `HTTP ${status}`;
  const headers =
    retryAfterSeconds === undefined ? {} : { 'Retry-After': retryAfterSeconds.toFixed(1) };
  return [status, { errors }, { headers }];
}

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** The resolver that answers while a fault of the Admin API strikes. */
export function resolverUnder(effect: Effect | undefined, resolve: Resolver): Resolver {
  if (effect?.kind === 'field_denied') return denyingBelow(resolve, effect.field);
  if (effect?.kind !== 'root_denied') return resolve;
  return (source, args, context, info) => {
    if (info.path.prev === undefined) throw denied(info.fieldName);
    return resolve(source, args, context, info);
  };
}

/**
 * Withholds one field below the root: null where the schema allows it, with the reason beside the data. Without
 * a name it is the first nullable field that is asked for there; what a mutation did stays done, and its user
 * errors stay readable.
 * Source: https://shopify.dev/docs/apps/launch/protected-customer-data (fields an app has no approval for)
 */
function denyingBelow(resolve: Resolver, name: string | undefined): Resolver {
  let struck = false;
  return (source, args, context, info) => {
    const matches =
      name === undefined ? !struck && !isNonNullType(info.returnType) : info.fieldName === name;
    if (info.path.prev === undefined || !matches) return resolve(source, args, context, info);
    struck = true;
    throw denied(info.fieldName);
  };
}

function denied(fieldName: string): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field.`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
    },
  });
}
