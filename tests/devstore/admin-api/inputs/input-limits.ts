/** How much one call may carry. Source: https://shopify.dev/docs/api/usage/limits#input-limits */
import {
  getArgumentValues,
  GraphQLError,
  Kind,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

const MAX_INPUT_SIZE = 250;

/**
 * Why a call is refused before it does anything: an input list, however deep, of more than 250 items. Words as
 * recorded from the live platform: https://github.com/airhorns/shopify-draft-proxy (MAX_INPUT_SIZE_EXCEEDED)
 */
export function inputSizeErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const root = schema.getRootType(operation.operation);
  if (root == null) return [];
  return operation.selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    const field = root.getFields()[selection.name.value];
    if (field === undefined) return [];
    const values = getArgumentValues(field, selection, variables);
    const key = selection.alias?.value ?? selection.name.value;
    return Object.entries(values).flatMap(([name, value]) =>
      tooLong(value, [key, name]).map((found) => sizeError(selection, found)),
    );
  });
}

interface LongList {
  readonly path: readonly string[];
  readonly size: number;
}

function tooLong(value: unknown, path: readonly string[]): LongList[] {
  if (Array.isArray(value)) {
    if (value.length > MAX_INPUT_SIZE) return [{ path, size: value.length }];
    return value.flatMap((item, index) => tooLong(item, [...path, String(index)]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => tooLong(part, [...path, name]));
}

function sizeError(field: FieldNode, { path, size }: LongList): GraphQLError {
  return new GraphQLError(
    `The input array size of ${size} is greater than the maximum allowed of ${MAX_INPUT_SIZE}.`,
    { nodes: field, path, extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } },
  );
}
