/**
 * What a query costs and what an app has left to spend on a shop.
 *
 * Documented: scalars and enums 0, objects 1, abstract types the dearest selection, connections by
 * `first`/`last`, mutations 10; a leaky bucket per app and shop; 1000 points at most for one query.
 * How a page size becomes points is not published; the formula here lies within a few points of the
 * costs recorded in https://github.com/airhorns/shopify-draft-proxy (fixtures/conformance).
 * Source: https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits
 */
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { EpochMs, Shop } from '../world/model.ts';

export const MAX_QUERY_COST = 1000;
const MUTATION_COST = 10;
/** Recorded: `refundCreate` alone costs 20 before anything is selected from it. */
const DEAR_MUTATIONS: Readonly<Record<string, number>> = { refundCreate: 20 };

const PLANS: Readonly<Record<Shop['plan'], { maximum: number; restoreRate: number }>> = {
  Basic: { maximum: 2000, restoreRate: 100 },
  Advanced: { maximum: 4000, restoreRate: 200 },
  Plus: { maximum: 20000, restoreRate: 1000 },
};

type Variables = Readonly<Record<string, unknown>>;

/** The cost before running: every page is taken to be full. */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  return costOf(schema, document, operation, variables, null);
}

/** The cost of what came back. */
export function actualCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  data: unknown,
): number {
  return costOf(schema, document, operation, variables, { data });
}

function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  result: { readonly data: unknown } | null,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const root = schema.getRootType(operation.operation);
  if (root == null) return 0;

  /** `value` is what came back here, or undefined when nothing is known yet. */
  const selectionCost = (
    type: GraphQLNamedType,
    selections: SelectionSetNode,
    value: unknown,
    inMutation: boolean,
  ): number => {
    let cost = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        const narrowed = name === undefined ? type : (schema.getType(name) ?? type);
        const inner = selectionCost(narrowed, selection.selectionSet, value, inMutation);
        cost = isAbstractType(type) && narrowed !== type ? Math.max(cost, inner) : cost + inner;
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        const target = fragment && schema.getType(fragment.typeCondition.name.value);
        if (fragment && target)
          cost += selectionCost(target, fragment.selectionSet, value, inMutation);
        continue;
      }
      if (!('getFields' in type) || selection.selectionSet === undefined) continue;
      const field = type.getFields()[selection.name.value];
      if (field === undefined || !('args' in field)) continue;
      const returned = getNamedType(field.type);
      const responseKey = selection.alias?.value ?? selection.name.value;
      const inside = read(value, responseKey);
      if (inside === null) continue;
      const inner = (unit: unknown): number =>
        selectionCost(
          returned,
          selection.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] },
          unit,
          false,
        );
      if (returned.name.endsWith('Connection') && isObjectType(returned)) {
        const wanted = pageSize(selection.arguments ?? [], variables);
        const size = result === null ? wanted : pageLength(inside);
        cost +=
          1 +
          pages(size) * Math.max(1, nestedPages(selection.selectionSet)) +
          ownObjects(inner, inside);
      } else if (inMutation) {
        cost += inner(inside);
      } else {
        cost += 1 + inner(Array.isArray(inside) ? inside[0] : inside);
      }
    }
    return cost;
  };

  if (operation.operation === OperationTypeNode.MUTATION) {
    let cost = 0;
    for (const selection of operation.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) continue;
      cost += DEAR_MUTATIONS[selection.name.value] ?? MUTATION_COST;
      const payload = getNamedType(root.getFields()[selection.name.value]?.type ?? root);
      const value = read(result?.data, selection.alias?.value ?? selection.name.value);
      if (selection.selectionSet !== undefined && value !== null) {
        cost += selectionCost(payload, selection.selectionSet, value, true);
      }
    }
    return cost;
  }
  return selectionCost(root, operation.selectionSet, result?.data, false);
}

/** Undefined stays unknown; a missing or null value is null. */
function read(value: unknown, key: string): unknown {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return null;
  const inside = (value as Record<string, unknown>)[key];
  return inside ?? null;
}

/** A page's nodes grow its cost ever more slowly. */
function pages(size: number): number {
  return size <= 0 ? 0 : Math.ceil(2 * Math.log(Math.max(1, size)));
}

/** Objects inside the nodes count once, whatever the page size. */
function ownObjects(inner: (unit: unknown) => number, inside: unknown): number {
  if (inside === undefined) return Math.max(0, inner(undefined) - 1);
  return pageLength(inside) === 0 ? 0 : Math.max(0, inner(undefined) - 1);
}

function nestedPages(selections: SelectionSetNode): number {
  let deepest = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet === undefined) continue;
    const isPage =
      selection.kind === Kind.FIELD &&
      (selection.arguments ?? []).some(
        ({ name }) => name.value === 'first' || name.value === 'last',
      );
    deepest = Math.max(deepest, (isPage ? 1 : 0) + nestedPages(selection.selectionSet));
  }
  return deepest;
}

function pageSize(
  args: readonly { readonly name: { readonly value: string }; readonly value: ValueNode }[],
  variables: Variables,
): number {
  for (const { name, value } of args) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.VARIABLE) {
      const given = variables[value.name.value];
      if (typeof given === 'number') return given;
    }
  }
  return 0;
}

function pageLength(value: unknown): number {
  const nodes = read(value, 'nodes') ?? read(value, 'edges');
  return Array.isArray(nodes) ? nodes.length : 0;
}

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** The points one app has on one shop, refilled by the clock that is passed in. */
export interface Bucket {
  status(now: EpochMs): ThrottleStatus;
  /** Takes points that are there; false, and nothing taken, when they are not. */
  take(now: EpochMs, points: number): boolean;
  giveBack(now: EpochMs, points: number): void;
}

export function createBucket(plan: Shop['plan'], now: EpochMs): Bucket {
  const { maximum, restoreRate } = PLANS[plan];
  let available = maximum;
  let at = now;
  const refill = (to: EpochMs): void => {
    available = Math.min(maximum, available + ((to - at) / 1000) * restoreRate);
    at = to;
  };
  return {
    status(to) {
      refill(to);
      return {
        maximumAvailable: maximum,
        currentlyAvailable: Math.floor(available),
        restoreRate,
      };
    },
    take(to, points) {
      refill(to);
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack(to, points) {
      refill(to);
      available = Math.min(maximum, available + points);
    },
  };
}
