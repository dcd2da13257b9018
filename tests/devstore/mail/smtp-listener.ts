import type { AddressInfo, Socket } from 'node:net';
import PostalMime from 'postal-mime';
import type { Address, Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import type { FaultQueue } from '../http/control/fault-queue.ts';
import type { MailFault } from './mail-fault.ts';
import type { MailMessage } from './mailbox.ts';

/** A message a client handed in, whole. */
export interface Submission {
  message: MailMessage;
  /** The envelope's recipients, which are who gets it whatever the headers say. */
  recipients: readonly string[];
  /** Whether the server took responsibility for it. */
  accepted: boolean;
  /** Whether the client was told the truth about that; false when the connection broke first. */
  answered: boolean;
}

export interface SmtpListener {
  /** `smtp://127.0.0.1:{port}` */
  origin: string;
  port: number;
  close(): Promise<void>;
}

export interface SmtpOptions {
  /** 0 takes a free port. */
  port: number;
  faults: FaultQueue<MailFault>;
  onSubmission: (submission: Submission) => void;
}

const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;

/** A mail server on the loopback interface without TLS or authentication. */
export async function listenSmtp(options: SmtpOptions): Promise<SmtpListener> {
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MESSAGE_BYTES,
    logger: false,
    closeTimeout: 100,
    onData(stream, session, reply) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reply);
      stream.on('end', () => {
        receive(Buffer.concat(chunks), session, options).then(
          (fault) => answer(fault, reply, sockets.get(session.remotePort)),
          reply,
        );
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort;
    if (port === undefined) return;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A client that goes away in the middle is part of what is being tested.
  server.on('error', () => undefined);
  const { port } = server.server.address() as AddressInfo;
  return {
    origin: `smtp://127.0.0.1:${port}`,
    port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Parses the message and passes it on; resolves to the fault that struck it. */
async function receive(
  raw: Buffer,
  session: SMTPServerSession,
  { faults, onSubmission }: SmtpOptions,
): Promise<MailFault | null> {
  const email = await PostalMime.parse(raw);
  const fault = faults.next();
  onSubmission({
    message: messageOf(email),
    recipients: session.envelope.rcptTo.map(({ address }) => address),
    accepted: fault === null || fault.kind === 'drop-after-accept',
    answered: fault === null || fault.kind === 'reject',
  });
  return fault;
}

function answer(
  fault: MailFault | null,
  reply: (error?: Error | null) => void,
  socket: Socket | undefined,
): void {
  if (fault === null) {
    reply();
  } else if (fault.kind === 'reject') {
    const text = fault.code >= 500 ? 'Message refused' : 'Try again later';
    reply(Object.assign(new Error(text), { responseCode: fault.code }));
  } else {
    socket?.destroy();
  }
}

function messageOf(email: Email): MailMessage {
  return {
    messageId: email.messageId ?? null,
    from: display(email.from ? [email.from] : []),
    to: display(email.to ?? []),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? null,
  };
}

function display(addresses: readonly Address[]): string {
  return addresses
    .map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? '')))
    .join(', ');
}
