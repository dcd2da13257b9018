/** How far down a chain of causes is told. */
const DEEPEST = 3;

/**
 * What a failure may say in the log: its kind, its code and where it happened. Messages of the database quote
 * rows, and Prisma's quote what was to be stored, so of those only the code is kept. Libraries hand failures on
 * as plain objects too.
 */
export function failure(error: unknown, depth = 0): Record<string, unknown> {
  if (!isErrorLike(error)) return { type: kindOf(error) };
  const { name, message, stack = '', cause, errors } = error;
  const code = codeOf(error);
  const inner: unknown = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  return {
    type: typeof name === 'string' ? name : kindOf(error),
    code,
    message: quotesData(error) ? `The database refused (${code ?? 'no code'})` : message,
    stack: frames(stack),
    cause: isErrorLike(inner) && depth < DEEPEST ? failure(inner, depth + 1) : undefined,
  };
}

interface ErrorLike {
  readonly name?: unknown;
  readonly message: string;
  readonly stack?: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

const isErrorLike = (error: unknown): error is ErrorLike =>
  typeof error === 'object' &&
  error !== null &&
  'message' in error &&
  typeof error.message === 'string';

/** `Response` and the like by their class, anything else by its type. */
const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? value.constructor.name : typeof value;

/** The error's own code, or the database's below Prisma's adapter. */
function codeOf({ code, cause }: ErrorLike): string | undefined {
  if (typeof code === 'string') return code;
  return typeof cause === 'object' &&
    cause !== null &&
    'originalCode' in cause &&
    typeof cause.originalCode === 'string'
    ? cause.originalCode
    : undefined;
}

/** Errors of PostgreSQL, of Prisma and of its driver adapter. */
const quotesData = (error: ErrorLike): boolean =>
  ('severity' in error && 'routine' in error) ||
  'clientVersion' in error ||
  error.name === 'DriverAdapterError';

/** The stack without its first lines, which repeat the message. */
const frames = (stack: string): string => stack.slice(Math.max(0, stack.indexOf('\n    at ')));
