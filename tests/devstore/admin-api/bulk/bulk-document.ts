/** Which fields of a document are connections, and where: what bulk operations refuse, and what they take apart. */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A field that is selected, with everything that is selected below it wherever that stands. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly inside: readonly Scope[];
}

interface Scope {
  readonly type: GraphQLCompositeType;
  readonly selections: SelectionSetNode;
}

export interface DocumentReader {
  /** What a selection of a type asks for, fragments taken apart. */
  select(scopes: readonly Scope[]): readonly Selected[];
  root(type: GraphQLCompositeType, selections: SelectionSetNode): readonly Scope[];
}

export const isConnection = ({ field }: Selected): boolean =>
  getNamedType(field.type).name.endsWith('Connection');

export const isList = ({ field }: Selected): boolean => isListType(getNullableType(field.type));

export function documentReader(schema: GraphQLSchema, document: DocumentNode): DocumentReader {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const scopeOf = (typeName: string | undefined, within: Scope): GraphQLCompositeType => {
    const type = typeName === undefined ? within.type : schema.getType(typeName);
    return isCompositeType(type) ? type : within.type;
  };

  const collect = (scope: Scope, into: Map<string, Selected & { inside: Scope[] }>): void => {
    for (const selection of scope.selections.selections) {
      if (selection.kind !== Kind.FIELD) {
        const spread =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (spread === undefined) continue;
        const type = scopeOf(spread.typeCondition?.name.value, scope);
        collect({ type, selections: spread.selectionSet }, into);
        continue;
      }
      const name = selection.name.value;
      const field = 'getFields' in scope.type ? scope.type.getFields()[name] : undefined;
      if (field === undefined) continue;
      const key = selection.alias?.value ?? name;
      const selected = into.get(key) ?? { key, name, field, inside: [] };
      into.set(key, selected);
      const type = getNamedType(field.type);
      if (selection.selectionSet !== undefined && isCompositeType(type)) {
        selected.inside.push({ type, selections: selection.selectionSet });
      }
    }
  };

  return {
    root: (type, selections) => [{ type, selections }],
    select(scopes) {
      const found = new Map<string, Selected & { inside: Scope[] }>();
      for (const scope of scopes) collect(scope, found);
      return [...found.values()];
    },
  };
}

/** What is selected of a connection's nodes by way of its edges. */
export function nodesOf(reader: DocumentReader, connection: Selected): readonly Selected[] {
  const edges = reader.select(connection.inside).find(({ name }) => name === 'edges');
  const node = reader.select(edges?.inside ?? []).find(({ name }) => name === 'node');
  return reader.select(node?.inside ?? []);
}
