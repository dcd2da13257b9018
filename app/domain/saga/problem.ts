/** Why the platform or the mail server did not do something. */
export interface Problem {
  readonly kind:
    | 'refused'
    | 'throttled'
    | 'unavailable'
    | 'timeout'
    | 'unauthorized'
    | 'shop_gone'
    | 'malformed'
    | 'mail_failed';
  /** Of the platform, of the mail server, or Unorder's own. */
  readonly code: string | null;
  /** In the other side's own words, for staff; they name no customer. Empty where the code says it. */
  readonly message: string;
}

/** What nobody but Unorder says: a code, whose words are a message of the catalogue. */
export const ownProblem = <Code extends string>(kind: Problem['kind'], code: Code) =>
  ({ kind, code, message: '' }) as const satisfies Problem;
