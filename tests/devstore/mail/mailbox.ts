/**
 * Everybody's mailboxes in one place: what reached whom, newest last.
 *
 * A second copy of a message is suppressed as Cyrus IMAP does by default: per mailbox, by Message-ID
 * (`duplicatesuppression: 1`,
 * https://www.cyrusimap.org/imap/reference/manpages/configs/imapd.conf.html#duplicatesuppression).
 * So a sender that repeats a submission with the same Message-ID sends one mail, and a sender that
 * repeats it with a new one sends two.
 */

/** A message as a mail reader shows it. */
export interface MailMessage {
  /** With its angle brackets; null when the message has none. */
  messageId: string | null;
  from: string;
  /** The `To` header, for display. */
  to: string;
  subject: string;
  /** The plain text alternative; empty when there is none. */
  text: string;
  /** The HTML alternative, untrusted; null when there is none. */
  html: string | null;
}

/** Who handed the message in: the app over SMTP, or Shopify itself. */
type MailSource = 'app' | 'platform';

/** A message in one recipient's mailbox. */
export interface DeliveredMail extends MailMessage {
  /** Position in the order of delivery, from 1. */
  id: number;
  /** The recipient's address, lower case. */
  mailbox: string;
  source: MailSource;
  /** Milliseconds since the epoch, UTC. */
  deliveredAt: number;
  /** The shop and order it is about, where they could be told. */
  shop: string | null;
  orderId: number | null;
}

/** A message's way into one mailbox. */
export type MailEnvelope = Omit<DeliveredMail, 'id' | keyof MailMessage>;

export class Mailbox {
  readonly #delivered: DeliveredMail[] = [];
  readonly #seen = new Set<string>();

  /** Puts the message into `mailbox`; null when the mailbox already holds its Message-ID. */
  deliver(message: MailMessage, envelope: MailEnvelope): DeliveredMail | null {
    const mailbox = envelope.mailbox.toLowerCase();
    if (message.messageId !== null) {
      const key = `${mailbox} ${message.messageId}`;
      if (this.#seen.has(key)) return null;
      this.#seen.add(key);
    }
    const mail = { ...message, ...envelope, mailbox, id: this.#delivered.length + 1 };
    this.#delivered.push(mail);
    return mail;
  }

  /** Every delivered mail, oldest first. */
  all(): readonly DeliveredMail[] {
    return this.#delivered;
  }

  /** The mail with this id, or null. */
  find(id: number): DeliveredMail | null {
    return this.#delivered[id - 1] ?? null;
  }

  /** Forgets every mail and every Message-ID. */
  clear(): void {
    this.#delivered.length = 0;
    this.#seen.clear();
  }
}
