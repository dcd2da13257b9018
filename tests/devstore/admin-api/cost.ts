/**
 * What a query costs and what an app has left to spend on a shop.
 *
 * Documented: scalars and enums 0, objects 1, abstract types their dearest member, connections by
 * `first`/`last`, mutations 10; a leaky bucket per app and shop, from which the requested cost is taken before
 * and into which what did not come back is given after; 1000 points at most for one query.
 * Source: https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits
 *
 * How a page size becomes points is not published. Fitted to 951 queries recorded on the live platform, of which
 * 827 come out exactly: `connection(first: n)` costs 2 + max(1, floor(2 ln n)) nodes, so that nested pages
 * multiply; page information, amounts and addresses cost nothing, a count costs 10, a list without a page size
 * as much as one of its members. Recorded: https://github.com/airhorns/shopify-draft-proxy (fixtures/conformance).
 * The recorded costs of answers lie within two points of the same rule over what came back.
 */
import {
  getNamedType,
  isAbstractType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { EpochMs, Shop } from '../world/model.ts';

export const MAX_QUERY_COST = 1000;
const MUTATION_COST = 10;
/**
 * Recorded before anything is selected from them: `refundCreate` alone costs 20, six `flowTriggerReceive` in one
 * document cost 6.
 */
const MUTATION_COSTS: Readonly<Record<string, number>> = {
  refundCreate: 20,
  flowTriggerReceive: 1,
};
const PAGE_COST = 2;
/** What an object itself costs, where that is not 1. */
const OBJECT_COSTS: Readonly<Record<string, number>> = {
  PageInfo: 0,
  MoneyV2: 0,
  MoneyBag: 0,
  MailingAddress: 0,
  Count: 10,
};

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
    inMutation = false,
  ): number => {
    let shared = 0;
    let dearestMember = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        shared += fieldCost(type, selection, value, inMutation);
        continue;
      }
      const { name, selectionSet } = conditionOf(selection);
      const narrowed = name === undefined ? type : schema.getType(name);
      if (selectionSet === undefined || narrowed === undefined) continue;
      const inner = selectionCost(narrowed, selectionSet, value, inMutation);
      if (isAbstractType(type) && narrowed !== type) {
        dearestMember = Math.max(dearestMember, inner);
      } else {
        shared += inner;
      }
    }
    return shared + dearestMember;
  };

  const fieldCost = (
    type: GraphQLNamedType,
    { name, alias, arguments: given = [], selectionSet }: FieldNode,
    value: unknown,
    inMutation: boolean,
  ): number => {
    if (!('getFields' in type) || selectionSet === undefined) return 0;
    const field = type.getFields()[name.value];
    if (field === undefined || !('args' in field)) return 0;
    const returned = getNamedType(field.type);
    const inside = read(value, alias?.value ?? name.value);
    // What a mutation answers with is part of its own cost.
    const itself = inMutation ? 0 : costOfObject(returned);
    const objectCost = (unit: unknown): number =>
      unit === null ? itself : itself + selectionCost(returned, selectionSet, unit);
    if (!returned.name.endsWith('Connection')) {
      // Of a list, the member that costs most stands for each; an empty one costs like a missing object.
      return Array.isArray(inside)
        ? (inside as unknown[]).reduce<number>(
            (most, unit) => Math.max(most, objectCost(unit)),
            itself,
          )
        : objectCost(inside);
    }
    const size = result === null ? pageSize(given, variables) : pageLength(inside);
    return PAGE_COST + pageNodes(size) * selectionCost(returned, selectionSet, inside);
  };

  const conditionOf = (
    selection: FragmentSpreadNode | InlineFragmentNode,
  ): { readonly name: string | undefined; readonly selectionSet: SelectionSetNode | undefined } => {
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return { name: fragment?.typeCondition?.name.value, selectionSet: fragment?.selectionSet };
  };

  if (operation.operation === OperationTypeNode.MUTATION) {
    let cost = 0;
    for (const selection of operation.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) continue;
      cost += MUTATION_COSTS[selection.name.value] ?? MUTATION_COST;
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

/** An object without what is selected from it. An edge is no more than its node. */
const costOfObject = ({ name }: GraphQLNamedType): number =>
  OBJECT_COSTS[name] ?? (name.endsWith('Edge') ? 0 : 1);

/** As how many nodes a page counts: its cost grows ever more slowly. */
function pageNodes(size: number): number {
  return Math.max(1, Math.floor(2 * Math.log(Math.max(1, size))));
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

/** A shop that changes its plan has another size and another rate from then on. */
export function createBucket(shop: Pick<Shop, 'plan'>, now: EpochMs): Bucket {
  let available = PLANS[shop.plan].maximum;
  let at = now;
  const refill = (to: EpochMs): void => {
    const { maximum, restoreRate } = PLANS[shop.plan];
    available = Math.min(maximum, available + ((to - at) / 1000) * restoreRate);
    at = to;
  };
  return {
    status(to) {
      refill(to);
      const { maximum, restoreRate } = PLANS[shop.plan];
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
      available = Math.min(PLANS[shop.plan].maximum, available + points);
    },
  };
}
