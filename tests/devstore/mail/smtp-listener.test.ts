import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultQueue } from '../http/control/fault-queue.ts';
import type { MailFault } from './mail-fault.ts';
import { Mailbox } from './mailbox.ts';
import { listenSmtp } from './smtp-listener.ts';
import type { SmtpListener, Submission } from './smtp-listener.ts';

const MAIL = {
  from: 'Harbor & Pine <shop@example.com>',
  to: 'Ida Example <ida@example.org>',
  subject: 'Order #1042 is cancelled – réf. ✓',
  text: 'Your money is on its way.',
  html: '<p>Your money is <b>on its way</b>.</p>',
  messageId: '<one@app.example.com>',
};

describe('the mail server', () => {
  let faults: FaultQueue<MailFault>;
  let submissions: Submission[];
  let smtp: SmtpListener;

  beforeEach(async () => {
    faults = new FaultQueue();
    submissions = [];
    smtp = await listenSmtp({ port: 0, faults, onSubmission: (s) => submissions.push(s) });
  });
  afterEach(() => smtp.close());

  const send = (extra: object = {}): Promise<unknown> =>
    createTransport({ host: '127.0.0.1', port: smtp.port, secure: false }).sendMail({
      ...MAIL,
      ...extra,
    });

  it('takes a message with both alternatives, decoded', async () => {
    await send();
    expect(submissions).toEqual([
      {
        accepted: true,
        answered: true,
        recipients: ['ida@example.org'],
        message: {
          messageId: '<one@app.example.com>',
          from: 'Harbor & Pine <shop@example.com>',
          to: 'Ida Example <ida@example.org>',
          subject: 'Order #1042 is cancelled – réf. ✓',
          text: 'Your money is on its way.\n',
          html: '<p>Your money is <b>on its way</b>.</p>\n',
        },
      },
    ]);
  });

  it('delivers to the envelope’s recipients, hidden ones included', async () => {
    await send({ bcc: 'archive@example.com' });
    expect(submissions[0]?.recipients).toEqual(['ida@example.org', 'archive@example.com']);
    expect(submissions[0]?.message.to).toBe('Ida Example <ida@example.org>');
  });

  it('refuses with the asked code, as often as asked, and takes nothing then', async () => {
    faults.inject({ kind: 'reject', code: 451, times: 2 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await send();
    expect(submissions.map(({ accepted }) => accepted)).toEqual([false, false, true]);
  });

  it('can break the connection before it has taken the message', async () => {
    faults.inject({ kind: 'drop-before-accept', times: 1 });
    await expect(send()).rejects.toThrow();
    expect(submissions).toMatchObject([{ accepted: false, answered: false }]);
  });

  it('can take the message and break the connection before saying so', async () => {
    faults.inject({ kind: 'drop-after-accept', times: 1 });
    await expect(send()).rejects.toThrow();
    expect(submissions).toMatchObject([{ accepted: true, answered: false }]);
  });
});

describe('the mailbox', () => {
  const message = { ...MAIL, html: null };
  const envelope = {
    mailbox: 'Ida@example.org',
    source: 'app',
    deliveredAt: 1,
    shop: null,
    orderId: null,
  } as const;

  it('delivers a Message-ID once to a mailbox, and once to every mailbox', () => {
    const mailbox = new Mailbox();
    expect(mailbox.deliver(message, envelope)?.id).toBe(1);
    expect(mailbox.deliver(message, { ...envelope, mailbox: 'ida@example.org' })).toBeNull();
    expect(mailbox.deliver(message, { ...envelope, mailbox: 'bo@example.org' })?.id).toBe(2);
    expect(mailbox.all()).toHaveLength(2);
  });

  it('does not take messages without a Message-ID for copies of each other', () => {
    const mailbox = new Mailbox();
    mailbox.deliver({ ...message, messageId: null }, envelope);
    mailbox.deliver({ ...message, messageId: null }, envelope);
    expect(mailbox.all()).toHaveLength(2);
  });
});
