import { GraphQLError } from 'graphql';
import { idOf } from '../../world/gid.ts';

/**
 * The numeric id inside a global id of the wanted type.
 *
 * @throws GraphQLError as the platform answers a malformed or wrongly typed id.
 */
export function readId(type: string, value: string): number {
  const id = idOf(type, value);
  if (id === null || id === 0) {
    throw new GraphQLError(`Invalid id: ${value}`, {
      extensions: { code: 'RESOURCE_NOT_FOUND' },
    });
  }
  return id;
}
