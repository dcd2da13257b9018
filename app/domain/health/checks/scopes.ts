import { check } from '../check.ts';
import { finding } from '../finding.ts';

/** Writing includes reading: https://shopify.dev/docs/api/usage/access-scopes */
const withReading = (scopes: readonly string[]): ReadonlySet<string> =>
  new Set(scopes.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]));

/** What the shop has granted, against what the app's code asks for. */
export const scopes = check('scopes', ({ wanted, granted }) => {
  const reach = withReading(granted);
  const missing = wanted.filter((scope) => !reach.has(scope));
  return [
    missing.length === 0
      ? finding('ok', 'scopes_granted', { count: wanted.length })
      : finding('broken', 'scopes_missing', { scopes: missing }),
  ];
});
