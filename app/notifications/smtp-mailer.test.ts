import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';

import type { Mail } from '../application/mail/ports.ts';
import { createNoMailer, createSmtpMailer } from './smtp-mailer.ts';

const KEY = '00000000-0000-4000-8000-000000000001-cancelled';
const MAIL: Mail = {
  key: KEY,
  to: { email: 'casey@example.com', firstName: 'Casey\r\nBcc: other@example.com' },
  shopName: 'Harbor & Pine "Sons"',
  shopEmail: 'shop@example.com',
  orderName: '#1007',
  storefrontUrl: 'https://shop.example.com',
  orderStatusUrl: null,
  locale: 'ja',
  content: {
    template: 'declined',
    items: null,
    why: 'already_shipped',
    nextStep: null,
    note: '残念です',
  },
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A real SMTP server that keeps what it takes. */
async function mailServer(options: { refuse?: number } = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (address, _session, done) =>
      options.refuse
        ? done(
            Object.assign(new Error(`no such ${address.address}`), {
              responseCode: options.refuse,
            }),
          )
        : done(),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        taken.push(text);
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { taken, mailer: mailerAt(port) };
}

const mailerAt = (port: number) =>
  createSmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'orders@unorder.example.com' });

/** A server that says what it is told to, line by line, and then hangs up. */
async function scriptedServer(answers: readonly string[]): Promise<number> {
  const server: Server = createServer((socket: Socket) => {
    const left = [...answers];
    const say = (): void => {
      const line = left.shift();
      if (line === undefined) socket.destroy();
      else socket.write(`${line}\r\n`);
    };
    say();
    socket.on('error', () => undefined);
    let inData = false;
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      if (inData && !text.endsWith('\r\n.\r\n')) return;
      inData = text.startsWith('DATA');
      say();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

test('a mail arrives whole: both forms, answers to the shop, a Message-ID from its key', async () => {
  const { taken, mailer } = await mailServer();
  expect(await mailer.send(MAIL)).toEqual({ ok: true, value: null });
  const parsed = await PostalMime.parse(taken[0] ?? '');
  expect(parsed).toMatchObject({
    messageId: `<${KEY}@unorder.example.com>`,
    from: { address: 'orders@unorder.example.com', name: 'Harbor & Pine "Sons"' },
    replyTo: [{ address: 'shop@example.com' }],
    to: [{ address: 'casey@example.com' }],
    subject: expect.stringContaining('#1007') as string,
    text: expect.stringContaining('残念です') as string,
    html: expect.stringContaining('残念です') as string,
  });
  expect(parsed.bcc).toBeUndefined();
  expect(parsed.headers).toContainEqual(
    expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
  );
});

test('the same mail again carries the same Message-ID', async () => {
  const { taken, mailer } = await mailServer();
  await mailer.send(MAIL);
  await mailer.send(MAIL);
  const ids = await Promise.all(
    taken.map(async (text) => (await PostalMime.parse(text)).messageId),
  );
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('a refused recipient is a failure that names no address, and nothing went out', async () => {
  const { mailer, taken } = await mailServer({ refuse: 550 });
  const sent = await mailer.send(MAIL);
  expect(sent).toMatchObject({
    error: { kind: 'mail_failed', code: 'SMTP_550', mayHaveApplied: false },
  });
  expect(JSON.stringify(sent)).not.toContain('casey');
  expect(taken).toEqual([]);
});

test('a server that is not there took nothing', async () => {
  const port = await scriptedServer([]);
  await closing.pop()?.();
  expect(await mailerAt(port).send(MAIL)).toMatchObject({
    error: { kind: 'mail_failed', mayHaveApplied: false },
  });
});

test('a connection that breaks after the last byte may have taken the mail', async () => {
  const port = await scriptedServer(['220 hello', '250 hello', '250 from', '250 to', '354 go on']);
  expect(await mailerAt(port).send(MAIL)).toMatchObject({
    error: { kind: 'mail_failed', mayHaveApplied: true },
  });
});

test('a message that is refused after its last byte was not taken', async () => {
  const port = await scriptedServer([
    ...['220 hello', '250 hello', '250 from', '250 to', '354 go on'],
    '451 later',
  ]);
  expect(await mailerAt(port).send(MAIL)).toMatchObject({
    error: { kind: 'mail_failed', code: 'SMTP_451', mayHaveApplied: false },
  });
});

test('without a mail server every mail fails loudly', async () => {
  expect(await createNoMailer().send(MAIL)).toMatchObject({
    error: { kind: 'mail_failed', code: 'NO_MAIL_SERVER' },
  });
});
