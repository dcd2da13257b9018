import type { AttentionChoice } from '../cancellation/events.ts';
import type { Cancellation } from '../cancellation/state.ts';
import type { PolicyDocument } from '../policy/document/policy.ts';
import type { Refusal } from '../refusal.ts';
import { against, staffAuthority } from './authority.ts';
import { movedByChoice } from './money-moved.ts';
import type { StaffAccess } from './staff-access.ts';

/** Why this person may not lead a cancellation on in this way, with the money that it moves; null when they may. */
export function againstChoice(
  policy: PolicyDocument,
  access: StaffAccess,
  state: Cancellation,
  choice: AttentionChoice,
): Refusal | null {
  const money = movedByChoice(state, choice);
  return against(policy, staffAuthority(access), { do: 'resume', money })[0] ?? null;
}

/** The ways on that are this person's to take, and why the others are not. */
export function choicesFor(
  policy: PolicyDocument,
  access: StaffAccess,
  state: Cancellation,
): { readonly choices: readonly AttentionChoice[]; readonly refusals: readonly Refusal[] } {
  const judged = (state.attention?.choices ?? []).map((choice) => ({
    choice,
    refusal: againstChoice(policy, access, state, choice),
  }));
  return {
    choices: judged.flatMap(({ choice, refusal }) => (refusal ? [] : [choice])),
    refusals: judged.flatMap(({ refusal }) => refusal ?? []),
  };
}
