import type { SimulationState, SimulationStep } from '../../application/policy/simulate-policy.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { SimulatedReason } from '../../domain/policy/simulation.ts';
import type {
  PolicySimulationMessage,
  PolicySimulationView,
} from '../../contract/policy/policy-view.ts';
import { EXCLUSION_LABELS } from './rule-words.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalText } from '../refusal/staff-refusal.ts';

/** One step of a simulation, for the page that follows it. */
export function presentSimulationStep(
  step: SimulationStep,
  messages: Messages<'staff'>,
): PolicySimulationMessage {
  if (step.kind !== 'failed') return { kind: step.kind, simulation: presentState(step, messages) };
  const { refusal } = step;
  return {
    kind: 'failed',
    refusals: [{ code: refusal.code, message: staffRefusalText(refusal, messages) }],
  };
}

function presentState(
  { simulation, unreadable, total, since, isShortened }: SimulationState,
  messages: Messages<'staff'>,
): PolicySimulationView {
  const { orders, draft, live, newlyAllowed, newlyRefused, reasons } = simulation;
  return {
    orders,
    total,
    allowed: draft.allowed,
    atOnce: draft.automatic,
    byRequest: draft.review,
    allowedNow: live.allowed,
    newlyAllowed,
    newlyRefused,
    reasons: reasons.map((reason) => ({ reason: reasonWords(reason), count: reason.count })),
    fees: Object.entries(draft.fees).map(([code, minor]) =>
      formatMoney(money(minor, code), messages.locale),
    ),
    since: new Date(since).toISOString(),
    isShortened,
    unreadable,
  };
}

/** A reason in a few words: there are many orders, so no order's own facts. */
function reasonWords({ code, exclusion }: Omit<SimulatedReason, 'count'>): string {
  if (exclusion !== null) return `Excluded: ${EXCLUSION_LABELS[exclusion].toLowerCase()}`;
  return REASONS[code] ?? sentenceOf(code);
}

const REASONS: Readonly<Partial<Record<SimulatedReason['code'], string>>> = {
  policy_disabled: 'Cancelling by customers is switched off',
  window_closed: 'The window had closed',
  fulfillment_started: 'Fulfillment had started',
  already_fulfilled: 'Everything had been sent',
  partly_fulfilled: 'A part had been sent',
  already_cancelled: 'Cancelled already',
  active_return: 'A return was open',
  payment_pending: 'The payment was pending',
  company_purchase: 'Bought by a company',
  not_a_company_buyer: 'The buyer has no role at the company',
  no_rule_for_buyer: 'No rule for this kind of buyer',
  no_rule_for_country: 'No rule for the country',
  limit_reached: 'The customer had reached the limit',
  dispute_open: 'A chargeback or inquiry was open',
  not_editable: 'Made by another app',
  point_of_sale: 'Sold at the point of sale',
  ready_for_pickup: 'Ready for pickup or local delivery',
  work_at_fulfillment_service: 'At a fulfillment service',
  gift_card_redeemed: 'A sold gift card had been used',
};

/** "some_code" as "Some code". */
function sentenceOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
