/** `OrderRiskAssessment` */
import type { Context } from '../../context.ts';
import type { RiskAssessment } from '../../../world/model.ts';
import { providerOf } from '../../../world/orders/annotations/risk-assessments.ts';
import { appSource } from '../app.ts';

export function riskAssessment(assessment: RiskAssessment, context: Context): object {
  const appId = providerOf(assessment);
  return {
    riskLevel: assessment.level,
    facts: assessment.facts,
    provider: appId === null ? null : appSource(appId, assessment.provider ?? '', context),
  };
}
