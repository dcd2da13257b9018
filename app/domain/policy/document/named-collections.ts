import type { PolicyDocument } from './policy.ts';

/** The ids of all collections that a policy names, each once. */
export function namedCollections({ rules }: Pick<PolicyDocument, 'rules'>): readonly string[] {
  const ids = rules
    .flatMap(({ exclusions }) => exclusions)
    .flatMap((exclusion) => (exclusion.kind === 'collection' ? exclusion.values : []));
  return [...new Set(ids)];
}
