/**
 * What may not be run in bulk, in the words that were recorded from the live platform on 2026-04 (errors with
 * a source) or, where none were, in words of our own (`chosen`).
 * Sources: https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions and
 * https://github.com/airhorns/shopify-draft-proxy (fixtures/conformance, bulk-operations).
 */
import {
  GraphQLError,
  GraphQLID,
  Kind,
  OperationTypeNode,
  getNullableType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Runnable } from '../context.ts';
import {
  documentReader,
  isConnection,
  isList,
  nodesOf,
  type DocumentReader,
  type Selected,
} from './bulk-document.ts';

interface Fault {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string | null;
}

export type Checked = Runnable | { readonly userErrors: readonly Fault[] };

const MOST_CONNECTIONS = 5;
const DEEPEST = 2;

interface Survey {
  count: number;
  tooDeep: boolean;
  withinList: boolean;
  /** Connections whose contents are selected by `nodes`. */
  readonly byNodes: string[];
  /** Connections with nested ones whose own nodes have no id. */
  readonly withoutId: string[];
}

function survey(reader: DocumentReader, selected: readonly Selected[]): Survey {
  const seen: Survey = {
    count: 0,
    tooDeep: false,
    withinList: false,
    byNodes: [],
    withoutId: [],
  };
  /** True where a connection was met. */
  const walk = (fields: readonly Selected[], depth: number, inList: boolean): boolean => {
    let met = false;
    for (const field of fields) {
      if (!isConnection(field)) {
        const inside = reader.select(field.inside);
        if (walk(inside, depth, inList || isList(field))) met = true;
        continue;
      }
      met = true;
      seen.count += 1;
      if (depth > DEEPEST) seen.tooDeep = true;
      if (inList) seen.withinList = true;
      const parts = reader.select(field.inside);
      if (parts.some(({ name }) => name === 'nodes')) seen.byNodes.push(field.key);
      const node = nodesOf(reader, field);
      const hasId = node.some(
        ({ key, name, field: { type } }) =>
          key === 'id' && name === 'id' && getNullableType(type) === GraphQLID,
      );
      if (walk(node, depth + 1, false) && !hasId) seen.withoutId.push(field.key);
    }
    return met;
  };
  walk(selected, 0, false);
  return seen;
}

const invalidQuery = (message: string): Fault => ({ field: ['query'], message, code: 'INVALID' });

export function checkBulkQuery(schema: GraphQLSchema, text: string): Checked {
  const read = readDocument(schema, text);
  if (typeof read === 'string')
    return { userErrors: [invalidQuery(`Invalid bulk query: ${read}`)] };
  const { operation } = read;
  if (operation.operation !== OperationTypeNode.QUERY) {
    const message = 'Invalid operation type. Only `query` operations are supported.';
    return { userErrors: [invalidQuery(message)] };
  }
  const root = schema.getQueryType();
  if (root == null) throw new TypeError('The schema has no query type.');
  const reader = documentReader(schema, read.document);
  const fields = reader.select(reader.root(root, operation.selectionSet));
  const { count, tooDeep, withinList, byNodes, withoutId } = survey(reader, fields);
  const faults: string[] = [];
  for (const { name } of fields) {
    if (name === 'node' || name === 'nodes')
      faults.push(`Bulk queries cannot contain a top level \`${name}\` field.`);
  }
  if (count === 0) faults.push('Bulk queries must contain at least one connection.');
  // Chosen: documented is that a single top-level field is supported.
  if (fields.length > 1) faults.push('Bulk queries cannot contain more than one top level field.');
  if (tooDeep) {
    faults.push(
      `Bulk queries cannot contain connections with a nesting depth greater than ${DEEPEST}.`,
    );
  } else if (count > MOST_CONNECTIONS) {
    faults.push(`Bulk queries cannot contain more than ${MOST_CONNECTIONS} connections.`);
  }
  if (byNodes.length > 0) {
    const [first = ''] = byNodes;
    faults.push(
      `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${first} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${byNodes.join("', '")}'.`,
    );
  }
  if (withoutId.length > 0) {
    faults.push(
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${withoutId.join(', ')}.`,
    );
  }
  if (withinList) {
    faults.push(
      'Queries that contain a connection field within a list field are not currently supported.',
    );
  }
  return faults.length === 0 ? read : { userErrors: faults.map(invalidQuery) };
}

export function checkBulkMutation(schema: GraphQLSchema, text: string): Checked {
  const refuse = (field: readonly string[] | null, message: string, code: string | null) => ({
    userErrors: [{ field, message, code }],
  });
  const read = readDocument(schema, text);
  if (typeof read === 'string') {
    return refuse(null, `Failed to parse the mutation - ${read}`, 'INVALID_MUTATION');
  }
  const { operation } = read;
  if (operation.operation !== OperationTypeNode.MUTATION) {
    const message = 'Invalid operation type. Only `mutation` operations are supported.';
    return refuse(null, message, 'INVALID_MUTATION');
  }
  const root = schema.getMutationType();
  if (root == null) throw new TypeError('The schema has no mutation type.');
  const reader = documentReader(schema, read.document);
  const fields = reader.select(reader.root(root, operation.selectionSet));
  if (fields.length > 1) {
    return refuse(['mutation'], 'You must specify a single top level mutation.', null);
  }
  if (fields.some(({ name }) => name.startsWith('bulkOperation'))) {
    return refuse(['mutation'], 'You must use an allowed mutation name.', null);
  }
  if (survey(reader, fields).count > 1) {
    return refuse(['mutation'], 'Bulk mutations cannot contain more than 1 connection.', null);
  }
  return read;
}

/** The document, or what is wrong with it. The parser's own words are those of graphql-js. */
function readDocument(schema: GraphQLSchema, text: string): Runnable | string {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return text.trim() === '' ? 'syntax error, unexpected end of file' : error.message;
  }
  const [fault] = validate(schema, document);
  if (fault !== undefined) return fault.message;
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const [operation, other] = operations;
  if (operation === undefined || other !== undefined) return 'one operation is needed';
  return { document, operation };
}
