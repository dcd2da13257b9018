import { check } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

/** Whether the extensions as built call this app, and not the one they were built for before. */
export const extensions = check(
  'extensions',
  ({ appUrl, built, wrong }): readonly Finding[] => {
    if (built === 0) return [finding('unknown', 'bundles_missing')];
    return wrong.length === 0
      ? [finding('ok', 'bundles_right', { address: appUrl })]
      : [finding('broken', 'bundles_wrong', { address: appUrl, files: wrong })];
  },
  'bundles_missing',
);
