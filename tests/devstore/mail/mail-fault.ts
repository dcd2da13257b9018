import type { CountedFault } from '../http/control/fault-queue.ts';

/** What can go wrong between a sender and its mail server. */
export type MailFault = CountedFault &
  (
    | /** The server refuses the message with this SMTP reply; it is not delivered. */
      { kind: 'reject'; code: 421 | 450 | 451 | 452 | 550 | 552 | 554 }
    /** The connection breaks before the server took the message; it is not delivered. */
    | { kind: 'drop-before-accept' }
    /** The server takes and delivers the message, and the connection breaks before it says so. */
    | { kind: 'drop-after-accept' }
  );
