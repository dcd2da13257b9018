import { type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';

import type { Logger } from '../application/ports.ts';

/**
 * Names under which people's data could come along with an object; whatever stands there is left out.
 * What the app logs of its own accord names shops, orders and cancellations, never persons.
 */
const PERSONAL = [
  'email',
  'firstName',
  'lastName',
  'customerName',
  'phone',
  'address',
  'comment',
  'customerComment',
  'noteToCustomer',
  'internalNote',
  'to',
  'texts',
  'accessToken',
  'refreshToken',
];

/**
 * The process's log: one JSON object a line on standard output, with the level by name and the time in ISO
 * 8601. `bindings` (a process name, a correlation id) stand on every line.
 */
export function createLog(
  level: string,
  bindings: Readonly<Record<string, string>>,
  destination?: { write(line: string): void },
): Logger {
  const options = {
    level,
    base: bindings,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
    serializers: { error: failure, err: failure },
  };
  const log: PinoLogger = destination ? pino(options, destination) : pino(options);
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

/**
 * What a failure may say: its kind, its code and where it happened. Messages of the database quote rows, so
 * of its errors only the code is kept.
 */
function failure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const fromDatabase = 'severity' in error && 'routine' in error;
  return {
    type: error.name,
    code,
    message: fromDatabase ? `PostgreSQL refused (${code ?? 'no code'})` : error.message,
    stack: frames(error),
    cause: error.cause instanceof Error ? failure(error.cause) : undefined,
  };
}

/** The stack without its first lines, which repeat the message. */
const frames = ({ stack = '' }: Error): string =>
  stack.slice(Math.max(0, stack.indexOf('\n    at ')));
