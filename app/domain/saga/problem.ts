/** Why the platform or the mail server did not do something. Codes and the platform's own words for staff. */
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
  readonly code: string | null;
  /** The platform's message; it names no customer. */
  readonly message: string;
}
