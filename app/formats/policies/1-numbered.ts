import type { StoredDocument } from '../upcast.ts';

/** Format 1: what was declined could not be requested again. */
export const fromNumbered = (stored: StoredDocument): StoredDocument => ({
  ...stored,
  requestsAfterDecline: 0,
});
