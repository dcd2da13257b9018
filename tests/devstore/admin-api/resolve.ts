/** Finds the resolver of a field, after asking whether the app may see it. */
import {
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
} from 'graphql';
import { CommerceRefusal } from '../world/contracts/contract.ts';
import { WHOLE } from './connection.ts';
import type { Context } from './context.ts';
import { notSimulated } from './not-simulated.ts';
import { checkApproval } from './protected-data.ts';
import { RESOLVED_TYPES, RESOLVERS } from './resolvers/index.ts';
import type { ScopeCheck } from './scopes.ts';

/** A field of a plain value that takes arguments is a function of them. */
type FieldOfValue = (args: unknown) => unknown;

type Loose = (source: unknown, args: unknown, context: Context, responseKey: string) => unknown;

/**
 * Objects with a `kind` have resolvers; payloads and values without one are read by field name.
 * A field that has neither is not simulated, and says so.
 */
export function createFieldResolver(
  check: ScopeCheck,
  reach: (scopes: readonly string[]) => ReadonlySet<string>,
): GraphQLFieldResolver<unknown, Context> {
  const reaches = new WeakMap<readonly string[], ReadonlySet<string>>();
  return (source, given, context, info) => {
    const { scopes, staff } = context;
    const isWhole = context.isBulk && getNamedType(info.returnType).name.endsWith('Connection');
    const args: unknown = isWhole ? { ...(given as object), [WHOLE]: true } : given;
    const granted = reaches.get(scopes) ?? reach(scopes);
    reaches.set(scopes, granted);
    const field = info.parentType.getFields()[info.fieldName];
    if (field !== undefined) {
      check(info.parentType, field, granted, staff);
      checkApproval(info.parentType, field, args, context.installation.app.spec);
    }
    const resolver = RESOLVERS.get(`${info.parentType.name}.${info.fieldName}`) as
      | Loose
      | undefined;
    if (resolver !== undefined) {
      try {
        return resolver(source, args, context, String(info.path.key));
      } catch (error) {
        throw error instanceof CommerceRefusal ? new GraphQLError(error.message) : error;
      }
    }
    if (isPlain(source) && info.fieldName in source) {
      const value = (source as Record<string, unknown>)[info.fieldName];
      return typeof value === 'function' ? (value as FieldOfValue)(args) : value;
    }
    throw notSimulated(`${info.parentType.name}.${info.fieldName}`);
  };
}

function isPlain(source: unknown): source is object {
  return typeof source === 'object' && source !== null && typeNameOf(source) === null;
}

function typeNameOf(source: object): string | null {
  const kind = 'kind' in source ? source.kind : undefined;
  return typeof kind === 'string' && RESOLVED_TYPES.has(kind) ? kind : null;
}

export const resolveAbstractType: GraphQLTypeResolver<unknown, Context> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('__typename' in value && typeof value.__typename === 'string') return value.__typename;
  return typeNameOf(value) ?? undefined;
};
