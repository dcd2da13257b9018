import type { SimulationState, SimulationStep } from '../../application/policy/simulate-policy.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { SimulatedReason } from '../../domain/policy/simulation.ts';
import type {
  PolicySimulationMessage,
  PolicySimulationView,
} from '../../contract/policy/policy-view.ts';
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
    reasons: reasons.map((reason) => ({
      reason: reasonWords(reason, messages),
      count: reason.count,
    })),
    fees: Object.entries(draft.fees).map(([code, minor]) =>
      formatMoney(money(minor, code), messages.locale),
    ),
    since: new Date(since).toISOString(),
    isShortened,
    unreadable,
  };
}

/** A reason in a few words: there are many orders, so no order's own facts. */
function reasonWords(
  { code, exclusion }: Omit<SimulatedReason, 'count'>,
  { t, find }: Messages<'staff'>,
): string {
  if (exclusion !== null)
    return t('simulation.excluded', { exclusion: t(`policy.exclusion.name.${exclusion}`) });
  return find(`simulation.reason.${code}`) ?? sentenceOf(code);
}

/** "some_code" as "Some code". */
function sentenceOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
