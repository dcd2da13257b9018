/** From the least to the highest. Source: https://shopify.dev/docs/api/admin-graphql/2026-10/enums/RiskAssessmentResult */
const RISK_LEVELS = ['NONE', 'PENDING', 'LOW', 'MEDIUM', 'HIGH'] as const;

/** The highest of an order's assessments: Shopify's own and those of apps. */
export function riskLevelOf({
  assessments,
}: {
  readonly assessments: readonly { readonly riskLevel: (typeof RISK_LEVELS)[number] }[];
}): (typeof RISK_LEVELS)[number] {
  const highest = Math.max(
    0,
    ...assessments.map(({ riskLevel }) => RISK_LEVELS.indexOf(riskLevel)),
  );
  return RISK_LEVELS[highest] ?? 'NONE';
}
