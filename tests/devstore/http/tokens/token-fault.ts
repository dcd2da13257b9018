import type { CountedFault } from '../control/fault-queue.ts';

/** What can go wrong while an app asks for an access token. */
export type TokenFault = CountedFault &
  (
    | /** The tokens are issued, and the connection breaks before the app learns them. */
      { kind: 'answer-lost' }
    /** The endpoint answers with this status and issues nothing. */
    | { kind: 'http'; status: number }
  );
