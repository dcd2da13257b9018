import type { StoredDocument } from '../upcast.ts';

/** Format 3: why a request waits for a person was not stored with it. */
export const fromWithoutReasons = (event: StoredDocument): StoredDocument =>
  event.type === 'requested' ? { reviewReasons: [], ...event } : event;
