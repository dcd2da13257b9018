/** `orderRiskAssessmentCreate`. The texts are our own, the codes documented. */
import { GraphQLError } from 'graphql';
import type { Context } from '../../context.ts';
import type { RiskAssessment } from '../../../world/model.ts';
import { assessRisk, riskRefusal } from '../../../world/orders/annotations/risk-assessments.ts';
import { readId } from '../../inputs/ids.ts';
import { riskAssessment } from '../order/risk-assessment.ts';
import { visibleOrder } from '../sources.ts';

interface Args {
  readonly orderRiskAssessmentInput: {
    readonly orderId: string;
    readonly riskLevel: RiskAssessment['level'];
    readonly facts: RiskAssessment['facts'];
  };
}

const REFUSALS = {
  NOT_FOUND: { field: 'orderId', message: 'Order does not exist.' },
  ORDER_ALREADY_FULFILLED: { field: 'orderId', message: 'The order is already fulfilled.' },
  TOO_MANY_FACTS: { field: 'facts', message: 'Too many facts were provided.' },
} as const;

function orderRiskAssessmentCreate(
  _root: null,
  { orderRiskAssessmentInput: input }: Args,
  context: Context,
): object {
  // "Only accessible to apps authenticated using offline tokens": the schema's table of access.
  if (context.staff !== null) {
    throw new GraphQLError('Access denied for orderRiskAssessmentCreate field.', {
      extensions: { code: 'ACCESS_DENIED' },
    });
  }
  const refused = (code: keyof typeof REFUSALS): object => ({
    orderRiskAssessment: null,
    userErrors: [
      {
        code,
        field: ['orderRiskAssessmentInput', REFUSALS[code].field],
        message: REFUSALS[code].message,
      },
    ],
  });
  const order = visibleOrder(context, readId('Order', input.orderId));
  if (order === null) return refused('NOT_FOUND');
  const { app } = context.installation;
  const given: RiskAssessment = {
    level: input.riskLevel,
    facts: input.facts,
    provider: app.spec.title,
    providerAppId: app.id,
  };
  const why = riskRefusal(order, given);
  if (why !== null) return refused(why);
  const assessment = assessRisk(context.kernel, context.shop, order, given, context.actor);
  return { orderRiskAssessment: riskAssessment(assessment, context), userErrors: [] };
}

export const riskMutations = { orderRiskAssessmentCreate };
