import type { CancellationEvent } from '../domain/cancellation/events.ts';
import { fromAmountsAlone } from './events/0-amounts-alone.ts';
import { fromUnnumbered } from './events/1-unnumbered.ts';
import { fromBritishSpelling } from './events/2-british-spelling.ts';
import { fromWithoutReasons } from './events/3-without-reasons.ts';
import { type StoredDocument, type Steps, upcast } from './upcast.ts';

const STEPS: Steps = [fromAmountsAlone, fromUnnumbered, fromBritishSpelling, fromWithoutReasons];

/** The format in which events are stored. */
export const EVENT_FORMAT = STEPS.length;

/**
 * An event as it was stored, in today's shape. Rows of before there were numbers have format 0.
 *
 * @throws NewerFormat
 */
export const readEvent = (format: number, type: string, data: StoredDocument): CancellationEvent =>
  // The app wrote it itself: its shape is the type it was stored under.
  upcast('An event', STEPS, format, { ...data, type }) as unknown as CancellationEvent;
