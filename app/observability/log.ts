import { type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';

import type { Logger } from '../application/shared/log.ts';
import { failure } from './failure.ts';
import { limitRepeats } from './repeats.ts';

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
 * 8601. `bindings` (a process name, a correlation id) stand on every line. A failure that repeats itself is
 * written a few times and then counted.
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
  const warnings = limitRepeats((fields, message) => log.warn(fields, message), kindOf, REPEATS);
  const errors = limitRepeats((fields, message) => log.error(fields, message), kindOf, REPEATS);
  if (!destination) {
    process.once('exit', () => {
      warnings.flush();
      errors.flush();
    });
  }
  return {
    info: (fields, message) => log.info(fields, message),
    warn: warnings.write,
    error: errors.write,
  };
}

/** Lines about one and the same failure. */
const REPEATS = { atOnce: 3, withinMs: 30_000 };

/** Failures are the same when their message, kind and code are; whom they befell does not matter. */
function kindOf({ error }: Record<string, unknown>, message: string): string | null {
  if (error === undefined) return null;
  const { type, code, message: cause } = failure(error);
  return JSON.stringify([message, type, code, code === undefined ? cause : null]);
}
