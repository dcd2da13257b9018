import type { EpochMs } from '../time.ts';
import type { CheckName, HealthFacts } from './facts.ts';
import type { Finding, FindingCode } from './finding.ts';

/** Judges what was read for it; pure. */
export interface Check<Name extends CheckName> {
  readonly name: Name;
  /** The findings, at least one. */
  readonly judge: (facts: HealthFacts[Name], now: EpochMs) => readonly Finding[];
  /** What is said where it cannot be seen from: where it can be. */
  readonly elsewhere: FindingCode;
}

/** Names the facts that a check judges. */
export const check = <const Name extends CheckName>(
  name: Name,
  judge: Check<Name>['judge'],
  elsewhere: FindingCode = 'not_looked_at',
): Check<Name> => ({ name, judge, elsewhere });
