/** Reads `@idempotent(key:)` off the root fields of an operation. */
import { Kind, type OperationDefinitionNode } from 'graphql';

export function idempotencyKeys(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): (responseKey: string) => string | null {
  return (responseKey) => {
    for (const field of operation.selectionSet.selections) {
      if (field.kind !== Kind.FIELD) continue;
      if ((field.alias?.value ?? field.name.value) !== responseKey) continue;
      const directive = field.directives?.find(({ name }) => name.value === 'idempotent');
      const value = directive?.arguments?.find(({ name }) => name.value === 'key')?.value;
      if (value?.kind === Kind.STRING) return value.value;
      if (value?.kind === Kind.VARIABLE) {
        const given = variables[value.name.value];
        return typeof given === 'string' ? given : null;
      }
    }
    return null;
  };
}
