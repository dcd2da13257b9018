/** The devstore's mail server, by itself. */
export { FaultQueue } from '../http/control/fault-queue.ts';
export type { MailFault } from './mail-fault.ts';
export { listenSmtp, type SmtpListener, type Submission } from './smtp-listener.ts';
