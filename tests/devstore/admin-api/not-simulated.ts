import { GraphQLError } from 'graphql';

/**
 * The loud answer to what the real platform knows and this one does not. It never invents data.
 * `what` is `Type.field`, or names the argument or filter.
 */
export function notSimulated(what: string): GraphQLError {
  return new GraphQLError(`NOT_SIMULATED ${what}`, {
    extensions: { code: 'NOT_SIMULATED', what, status: 501 },
  });
}
