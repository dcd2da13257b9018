/**
 * An answer taken apart into lines of JSON: one for each node of a connection, nested ones after their parents with
 * `__parentId`. Grouped, each parent is followed by its own children; otherwise (the default of this version) all
 * nodes of one level come before those of the next, and nothing else may be relied on.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/queries#the-jsonl-data-format
 */
import type { GraphQLSchema } from 'graphql';
import type { Runnable } from '../context.ts';
import { notSimulated } from '../not-simulated.ts';
import {
  documentReader,
  isConnection,
  nodesOf,
  type DocumentReader,
  type Selected,
} from './bulk-document.ts';

type Values = Readonly<Record<string, unknown>>;

interface Line {
  readonly value: Values;
  readonly level: number;
}

export interface BulkResult {
  readonly lines: readonly string[];
  readonly rootObjects: number;
}

export function linesOf(
  schema: GraphQLSchema,
  { document, operation }: Runnable,
  data: unknown,
  isGrouped: boolean,
): BulkResult {
  const root = schema.getQueryType();
  if (root == null) throw new TypeError('The schema has no query type.');
  const reader = documentReader(schema, document);
  const [top] = reader.select(reader.root(root, operation.selectionSet));
  if (top === undefined || !isConnection(top)) {
    throw notSimulated(`bulk query whose top level field is no connection (${top?.name ?? ''})`);
  }
  const lines: Line[] = [];
  addConnection(reader, top, (data as Values)[top.key], null, 0, lines);
  const ordered = isGrouped ? lines : [...lines].sort((a, b) => a.level - b.level);
  return {
    lines: ordered.map(({ value }) => JSON.stringify(value)),
    rootObjects: lines.filter(({ level }) => level === 0).length,
  };
}

function addConnection(
  reader: DocumentReader,
  connection: Selected,
  value: unknown,
  parentId: string | null,
  level: number,
  lines: Line[],
): void {
  if (value === null || value === undefined) return;
  const { edges } = value as { readonly edges?: readonly { readonly node: Values }[] };
  const selected = nodesOf(reader, connection);
  for (const { node } of edges ?? []) {
    const nested: (() => void)[] = [];
    const id = typeof node['id'] === 'string' ? node['id'] : null;
    const own = withoutConnections(reader, selected, node, (inner, inside) => {
      nested.push(() => addConnection(reader, inner, inside, id, level + 1, lines));
    });
    lines.push({
      value: parentId === null ? own : { ...own, __parentId: parentId },
      level,
    });
    for (const add of nested) add();
  }
}

/** A value without the connections in it, of which each is handed over. */
function withoutConnections(
  reader: DocumentReader,
  selected: readonly Selected[],
  value: Values,
  onConnection: (connection: Selected, value: unknown) => void,
): Values {
  const left: Record<string, unknown> = { ...value };
  for (const field of selected) {
    const inside = value[field.key];
    if (isConnection(field)) {
      delete left[field.key];
      onConnection(field, inside);
    } else if (typeof inside === 'object' && inside !== null && !Array.isArray(inside)) {
      const fields = reader.select(field.inside);
      left[field.key] = withoutConnections(reader, fields, inside as Values, onConnection);
    }
  }
  return left;
}
