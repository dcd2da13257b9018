/**
 * Access by scope, from the table that comes with the official schema: a type or field with scopes
 * is open to an app that holds any one of them.
 */
import {
  GraphQLError,
  getNamedType,
  isCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { ScopeRow } from '../fetched/official-schema.ts';
import type { StaffMember, StaffPermissions } from '../world/model.ts';

interface Requirement {
  readonly subject: string;
  readonly anyOf: readonly string[];
  /** What a member of staff has to be allowed besides, when the call is made in their name. */
  readonly permission: keyof StaffPermissions | null;
  readonly text: string;
}

/**
 * The table says it in words: "The user must have `refund_orders` permission" (returnRefund), "The user
 * requires `cancel_orders` access scope" (OrderCancelJobResult), "The user must have permission to cancel
 * orders" (transactionVoid). Other permissions are not simulated.
 */
function permissionIn(requiredAccess: string): keyof StaffPermissions | null {
  if (requiredAccess.includes('`refund_orders`')) return 'refundOrders';
  return /`cancel_orders`|permission to cancel orders/.test(requiredAccess) ? 'cancelOrders' : null;
}

/** The table has no row for this mutation; its documentation asks for the scope. */
const MISSING_ROWS: readonly ScopeRow[] = [
  // The packed schema lacks these altogether: see inputs/requested-order-edits.ts.
  ...['requestedOrderEditCreate', 'requestedOrderEditResolve', 'requestedOrderEditDecline'].map(
    (fieldName): ScopeRow => ({
      typeName: 'Mutation',
      fieldName,
      requiredAccess: '`write_orders` access scope.',
      offlineScopes: ['write_orders'],
    }),
  ),
  {
    typeName: 'RequestedOrderEdit',
    requiredAccess: '`read_orders` access scope.',
    offlineScopes: ['read_orders'],
  },
  {
    typeName: 'Mutation',
    fieldName: 'refundCreate',
    requiredAccess: '`write_orders` access scope.',
    offlineScopes: ['write_orders', 'write_marketplace_orders'],
  },
];

export type ScopeCheck = (
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  granted: ReadonlySet<string>,
  staff: StaffMember | null,
) => void;

/** A check that throws ACCESS_DENIED where the granted scopes, or the person's permissions, do not reach. */
export function createScopeCheck(rows: readonly ScopeRow[]): ScopeCheck {
  const byKey = new Map<string, Requirement>();
  for (const row of [...rows, ...MISSING_ROWS]) {
    if (row.offlineScopes.length === 0) continue;
    const key = row.fieldName === undefined ? row.typeName : `${row.typeName}.${row.fieldName}`;
    byKey.set(key, {
      subject: row.fieldName ?? row.typeName,
      anyOf: row.offlineScopes,
      permission: permissionIn(row.requiredAccess),
      text: row.requiredAccess,
    });
  }
  const requirements = new WeakMap<GraphQLField<unknown, unknown>, readonly Requirement[]>();
  return (parent, field, granted, staff) => {
    let needed = requirements.get(field);
    if (needed === undefined) {
      const returned = getNamedType(field.type);
      needed = [
        // Also reached through an interface, such as `node(id:)`, that asks for nothing itself.
        byKey.get(parent.name),
        byKey.get(`${parent.name}.${field.name}`),
        isCompositeType(returned) ? byKey.get(returned.name) : undefined,
      ].filter((requirement) => requirement !== undefined);
      requirements.set(field, needed);
    }
    for (const requirement of needed) {
      const { anyOf, permission } = requirement;
      const isPermitted = permission === null || (staff?.permissions?.[permission] ?? true);
      if (!isPermitted || !anyOf.some((scope) => granted.has(scope)))
        throw denied(field.name, requirement);
    }
  };
}

function denied(fieldName: string, requirement: Requirement): GraphQLError {
  const required = `Required access: ${requirement.text}`;
  return new GraphQLError(`Access denied for ${fieldName} field. ${required}`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess: requirement.text,
    },
  });
}

/** What a list of granted scopes opens: writing includes reading. */
export function reach(scopes: readonly string[]): ReadonlySet<string> {
  const all = new Set(scopes);
  for (const scope of scopes) {
    if (scope.startsWith('write_')) all.add(scope.replace('write_', 'read_'));
  }
  return all;
}
