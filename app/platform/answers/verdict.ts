import type { PlatformError } from '../../application/shared/platform.ts';
import { platformError } from '../client/platform-error.ts';

/*
 * The one place that decides from an answer whether the platform did what it was asked, did not, or may have
 * (`mayHaveApplied`). "Did not" is said only where Shopify documents that nothing ran: everything else is read
 * back before it is asked again, and nobody is told that it was refused.
 */

/** Something in a GraphQL answer's top-level `errors`. */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: { readonly code?: string | undefined } | undefined;
}

/**
 * The HTTP answers that the platform gives instead of acting, and what they mean. The token, the shop, the
 * route or the request itself was refused before any of it ran.
 * Source: https://shopify.dev/docs/api/usage/response-codes
 */
const REFUSED_BEFORE_ACTING: Readonly<Record<number, PlatformError['kind']>> = {
  400: 'refused',
  401: 'unauthorized',
  // Frozen (unpaid), forbidden, unknown, locked: the shop itself has to change first.
  402: 'shop_gone',
  403: 'shop_gone',
  404: 'shop_gone',
  423: 'shop_gone',
  405: 'refused',
  406: 'refused',
  413: 'refused',
  414: 'refused',
  415: 'refused',
  422: 'refused',
  429: 'throttled',
};

/** An answer other than 200. A status that is not documented as a refusal (408, 430, 5xx) proves nothing. */
export function httpVerdict(response: Response, mutates: boolean): PlatformError {
  const { status } = response;
  const code = `HTTP_${status}`;
  const message = `Shopify answered with HTTP ${status}.`;
  const kind = REFUSED_BEFORE_ACTING[status];
  const retryAfter = retryAfterOf(response);
  return kind === undefined
    ? platformError('unavailable', code, message, { mayHaveApplied: mutates, retryAfter })
    : platformError(kind, code, message, kind === 'throttled' ? { retryAfter } : {});
}

/** `Retry-After` in milliseconds; Shopify sends seconds. */
function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null;
}

/**
 * Codes of errors that come instead of running an operation, when nothing of it was answered.
 * Sources: https://shopify.dev/docs/api/admin-graphql/latest#status-and-error-codes,
 * https://shopify.dev/docs/api/usage/limits; validation codes are those of graphql-ruby, which Shopify runs:
 * https://graphql-ruby.org/queries/executing_queries#validation
 */
const REFUSED_BEFORE_RUNNING: Readonly<Record<string, PlatformError['kind']>> = {
  THROTTLED: 'throttled',
  SHOP_INACTIVE: 'shop_gone',
  ACCESS_DENIED: 'refused',
  MAX_COST_EXCEEDED: 'refused',
  BAD_REQUEST: 'refused',
  INVALID_VARIABLE: 'refused',
  undefinedField: 'refused',
  argumentNotAccepted: 'refused',
  argumentLiteralsIncompatible: 'refused',
  missingRequiredArguments: 'refused',
  missingRequiredInputObjectAttribute: 'refused',
  variableMismatch: 'refused',
};

/**
 * Errors of a GraphQL answer (HTTP 200) whose root fields brought nothing.
 *
 * @param answered the root fields that hold something, which proves that the operation ran
 * @param retryAfter milliseconds until the budget suffices, when the answer says so
 */
export function graphqlVerdict(
  errors: readonly GraphqlError[],
  {
    mutates,
    answered,
    retryAfter,
  }: {
    readonly mutates: boolean;
    readonly answered: boolean;
    readonly retryAfter: number | null;
  },
): PlatformError {
  const [first] = errors;
  const code = first?.extensions?.code ?? null;
  const message = first?.message ?? '';
  const kinds = errors.map((error) => whyNothingRan(error));
  const [kind] = kinds;
  // A mutation ran unless every error says, of the operation as a whole or of its root field, that it did not.
  if (mutates && (answered || kind === undefined || kinds.includes(undefined))) {
    return platformError('unavailable', code, message, { mayHaveApplied: true });
  }
  // A query changes nothing, so its first error may say why it brought nothing.
  return platformError(kind ?? 'unavailable', code, message, {
    retryAfter: kind === 'throttled' ? retryAfter : null,
  });
}

/** Names of fields that hold protected customer data, for each of which an app is approved by itself. */
const PROTECTED_FIELDS: ReadonlySet<unknown> = new Set([
  'firstName',
  'lastName',
  'email',
  'phone',
  'displayAddress',
  'shippingAddress',
  'billingAddress',
  'formatted',
]);

/**
 * A field below the root that is denied to the app: null in the data. Of a protected one that is not approved, the
 * documented example has no code; others report ACCESS_DENIED.
 * Source: https://shopify.dev/docs/apps/launch/protected-customer-data
 */
export function isWithheld(
  { path = [], extensions }: GraphqlError,
  what: 'protected_fields' | 'anything',
): boolean {
  if (path.length < 2) return false;
  return PROTECTED_FIELDS.has(path.at(-1))
    ? (extensions?.code ?? 'ACCESS_DENIED') === 'ACCESS_DENIED'
    : what === 'anything' && extensions?.code === 'ACCESS_DENIED';
}

/** Undefined for an error that may come from something that ran: below the root, or without a known code. */
function whyNothingRan({ path = [], extensions }: GraphqlError): PlatformError['kind'] | undefined {
  return path.length <= 1 ? REFUSED_BEFORE_RUNNING[extensions?.code ?? ''] : undefined;
}

/**
 * User errors that are no "no": a former request under the same key is still at work, its record was lost, or
 * the platform failed inside. Every other user error is the mutation's own refusal.
 * Sources: https://shopify.dev/docs/api/usage/implementing-idempotency and the `*UserErrorCode` enums of the
 * Admin schema (INTERNAL_ERROR: "Unexpected internal error happened").
 */
const UNDECIDED = new Set([
  'IDEMPOTENCY_CONCURRENT_REQUEST',
  'INTERNAL_ERROR',
  'SERVICE_UNAVAILABLE',
]);

/** What a mutation's first user error means. */
export const userErrorVerdict = (code: string | null, message: string): PlatformError =>
  code !== null && UNDECIDED.has(code)
    ? platformError('unavailable', code, message, { mayHaveApplied: true })
    : platformError('refused', code, message);

/** An answer that cannot be read. */
export const malformedVerdict = (message: string, mutates: boolean): PlatformError =>
  platformError('malformed', null, message, { mayHaveApplied: mutates });

/** Failures of the connection before anything was sent. Codes of Node and of its fetch. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A call that brought no answer. Rethrows what is a mistake of ours. */
export function connectionVerdict(error: unknown, mutates: boolean): PlatformError {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') {
    return platformError('timeout', 'TIMEOUT', 'Shopify did not answer in time.', {
      mayHaveApplied: mutates,
    });
  }
  const code = codeOf(error);
  // Everything fetch throws is a TypeError; anything else is a mistake of ours and must not be hidden.
  if (!(error instanceof TypeError) && code === null) throw error;
  return platformError('unavailable', code, 'The connection to Shopify failed.', {
    mayHaveApplied: mutates && !(code !== null && NEVER_SENT.has(code)),
  });
}

/** The error's code, or its cause's: fetch wraps what went wrong, happy eyeballs several at once. */
function codeOf(error: Error): string | null {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return inner instanceof Error ? codeOf(inner) : null;
}
