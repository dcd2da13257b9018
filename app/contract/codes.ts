/* What codes in answers can be: pages that have words of their own for them name each. */
export type { TurnBackReason } from '../domain/cancellation/events.ts';
export type { Exclusion } from '../domain/policy/document/policy.ts';
export type { RefusalCode } from '../domain/refusal.ts';
