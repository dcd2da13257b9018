import { check } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

/** Nothing above it is run: https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits */
const MOST_POINTS = 1_000;
/** The rule is fitted to recordings, of which most come out exactly and the others within this. */
const TOLERANCE = 2;

/** What each document of the app costs by the platform's own account. */
export const costs = check('costs', (documents): readonly Finding[] => {
  const reported = documents.flatMap(({ document, expected, reported: points }) =>
    points === null ? [] : [{ document, expected, points }],
  );
  const refused = reported.filter(({ points }) => points > MOST_POINTS);
  const strange = reported.filter(
    ({ points, expected }) => points <= MOST_POINTS && Math.abs(points - expected) > TOLERANCE,
  );
  const silent = documents.filter(({ isAsked, reported: points }) => isAsked && points === null);
  const most = Math.max(0, ...reported.map(({ points }) => points));
  return [
    ...(refused.length > 0
      ? [
          finding('broken', 'costs_too_high', {
            documents: refused.map(({ document, points }) => `${document} (${points})`),
          }),
        ]
      : []),
    ...(strange.length > 0
      ? [
          finding('attention', 'costs_differ', {
            documents: strange.map((it) => `${it.document} (${it.points} ≠ ${it.expected})`),
          }),
        ]
      : []),
    ...(silent.length > 0
      ? [
          finding('unknown', 'costs_unreported', {
            documents: silent.map(({ document }) => document),
          }),
        ]
      : []),
    ...(refused.length + strange.length === 0 && reported.length > 0
      ? [finding('ok', 'costs_fit', { count: reported.length, most })]
      : []),
  ];
});
