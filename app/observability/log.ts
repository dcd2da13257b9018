import { type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';

import type { Logger } from '../application/shared/log.ts';
import { failure } from './failure.ts';
import { gatherLines, type Lines } from './gathered-lines.ts';
import { limitRepeats } from './repeats.ts';

/**
 * Names under which people's data could come along with an object; whatever stands there is left out.
 * What the app logs of its own accord names shops, orders and cancellations, never persons.
 */
const PERSONAL = new Set([
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
]);

/**
 * The process's log: one JSON object a line on standard output, with the level by name and the time in ISO
 * 8601. `bindings` (a process name, a correlation id) stand on every line. A failure that repeats itself is
 * written a few times and then counted. Lines are gathered for a moment; warnings and errors are written at once, with
 * what came before them, and so is everything when the process ends.
 */
export function createLog(
  level: string,
  bindings: Readonly<Record<string, string>>,
  destination?: Lines,
): Logger {
  const gathered = destination === undefined ? gatherLines(pino.destination(1)) : null;
  const lines = gathered ?? (destination as Lines);
  const options = {
    level,
    base: bindings,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: failure, err: failure },
  };
  const redact = {
    paths: [...PERSONAL].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    remove: true,
  };
  const log: PinoLogger = pino({ ...options, redact }, lines);
  const plain: PinoLogger = pino(options, lines);
  const written = (at: 'warn' | 'error') => (fields: Record<string, unknown>, message: string) => {
    log[at](fields, message);
    gathered?.flush();
  };
  const warnings = limitRepeats(written('warn'), kindOf, REPEATS);
  const errors = limitRepeats(written('error'), kindOf, REPEATS);
  if (gathered) {
    process.once('exit', () => {
      warnings.flush();
      errors.flush();
      gathered.flush();
    });
  }
  return {
    info: (fields, message) => (isPlain(fields) ? plain : log).info(fields, message),
    warn: warnings.write,
    error: errors.write,
  };
}

/** Whether there is nothing in it to be left out: looking for that takes longer than all the rest of a line. */
function isPlain(fields: Record<string, unknown>): boolean {
  for (const name in fields) {
    const value = fields[name];
    if ((typeof value === 'object' && value !== null) || PERSONAL.has(name)) return false;
  }
  return true;
}

/** Lines about one and the same failure. */
const REPEATS = { atOnce: 3, withinMs: 30_000 };

/** Failures are the same when their message, kind and code are; whom they befell does not matter. */
function kindOf({ error }: Record<string, unknown>, message: string): string | null {
  if (error === undefined) return null;
  const { type, code, message: cause } = failure(error);
  return JSON.stringify([message, type, code, code === undefined ? cause : null]);
}
