import { type StoredDocument, type Steps, upcast } from './upcast.ts';

/** Payloads did not change when they got their number. */
const STEPS: Steps = [(payload) => payload];

/** The format of a job's payload. */
export const JOB_FORMAT = STEPS.length;

/** A payload as it is enqueued. */
export const numbered = (payload: StoredDocument): StoredDocument => ({
  ...payload,
  format: JOB_FORMAT,
});

/**
 * A payload as the queue gives it back, in today's shape.
 *
 * @throws NewerFormat
 */
export function readPayload({ format = 0, ...payload }: StoredDocument): StoredDocument {
  if (typeof format !== 'number') throw new Error('A job without a readable format.');
  return upcast('A job', STEPS, format, payload);
}
