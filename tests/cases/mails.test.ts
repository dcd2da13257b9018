import {
  FaultQueue,
  listenSmtp,
  type MailFault,
  type SmtpListener,
  type Submission,
} from 'devstore/mail';
import { afterEach, describe, expect, test } from 'vitest';

import {
  approveRequest,
  declineRequest,
} from '../../app/application/cancellation/answer-request.ts';
import type { Mail } from '../../app/application/mail/ports.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { ok } from '../../app/domain/result.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../app/domain/time.ts';
import { createSmtpMailer } from '../../app/notifications/smtp-mailer.ts';
import { presentCancellation } from '../../app/presentation/cancellation/present-cancellation.ts';
import { OWNER } from '../support/facts/staff-access.ts';
import { type Stage, openStage } from './stage.ts';
import { messagesIn } from '../../app/messages/messages.ts';
import { newest } from '../support/database/newest.ts';

const byRequest = {
  rule: { instant: null, request: { minutes: null, cutOff: null, untilFulfillment: false } },
  document: { reviewDays: 3 },
} as const;
const staff = {
  actor: { kind: 'staff', staffId: '1' },
  access: OWNER,
} as const;
const APPROVAL = { kind: 'as_asked', noteToCustomer: '' } as const;
const shopOf = (stage: Stage) => stage.scene.domain as ShopDomain;

/** What was sent, by template and address, beside the letters of the stage. */
function tellingStaff(stage: Stage): readonly (readonly [string, string])[] {
  const sent: [string, string][] = [];
  const { send } = stage.deps.mailer;
  Object.assign(stage.deps, {
    staffMail: {
      to: null,
      orderPage: (shop: string, order: string) => `https://admin.example/${shop}/${order}`,
      requestsPage: (shop: string) => `https://admin.example/${shop}/requests`,
    },
  });
  Object.assign(stage.deps.mailer, {
    send: (mail: Mail) => {
      sent.push([mail.content.template, mail.to.email]);
      return send(mail);
    },
  });
  return sent;
}

describe('case 58: a request that waits for a person', () => {
  test('is told of once: its customer that it arrived, the shop that it waits and when it ends', async () => {
    const stage = await openStage({ policy: byRequest });
    const sent = tellingStaff(stage);
    await stage.request();
    await stage.settle(HOUR);
    expect(sent.map(([template]) => template)).toEqual(['received', 'request_waiting']);
    expect(sent[0]?.[1]).not.toBe(sent[1]?.[1]);
    expect(stage.mails[0]).toContain('on hold while we review it');
    expect(stage.mails[1]).toContain(stage.order.name);
    expect(stage.mails[1]).toContain('The whole order');
    expect(stage.mails[1]).toContain('€25.00');
    expect(stage.mails[1]).toMatch(/Without an answer by .+2026/);
    expect(stage.mails[1]).toContain(`https://admin.example/${shopOf(stage)}/${stage.order.id}`);
    await stage.settle(DAY);
    expect(sent).toHaveLength(2);
    await stage.settle(DAY);
    expect(sent.map(([template]) => template).slice(2)).toEqual(['deadline_near']);
    await stage.settle(2 * DAY);
    expect(sent.map(([template]) => template).slice(3)).toEqual(['declined']);
    expect((await stage.record()).state.status).toBe('expired');
  });

  test('case 34: for a part of an order is told of with its items, at its own worth', async () => {
    const stage = await openStage({ policy: byRequest });
    const sent = tellingStaff(stage);
    await stage.request({ selection: stage.units(1) });
    await stage.settle(HOUR);
    expect(sent.map(([template]) => template)).toEqual(['received', 'request_waiting']);
    expect(stage.mails[0]).toContain('cancel items of order');
    for (const mail of stage.mails) expect(mail).toMatch(/: 1 ×/);
    expect(stage.mails[1]).not.toContain('The whole order');
    expect((await stage.record()).state.plan.refund.selection.kind).toBe('lines');
  });

  test('reminds nobody once it was answered', async () => {
    const stage = await openStage({ policy: byRequest });
    const sent = tellingStaff(stage);
    await stage.request();
    await stage.settle(HOUR);
    const { state } = await stage.record();
    await approveRequest(stage.deps, shopOf(stage), state.id, staff, APPROVAL);
    await stage.settle(4 * DAY);
    expect(sent.map(([template]) => template)).toEqual([
      'received',
      'request_waiting',
      'cancelled',
    ]);
  });

  test('tells the shop nothing where that is switched off', async () => {
    const stage = await openStage({ policy: byRequest });
    await stage.request();
    await stage.settle(4 * DAY);
    expect(stage.mails).toHaveLength(2);
    expect((await stage.record()).events).not.toContainEqual(
      expect.objectContaining({ type: 'told', template: 'request_waiting' }),
    );
  });

  test('is answered at once although its mails do not get through', async () => {
    const stage = await openStage({ policy: byRequest });
    await refusing(stage, 451);
    await stage.request();
    await stage.settle(10 * SECOND);
    const { state } = await stage.record();
    await approveRequest(stage.deps, shopOf(stage), state.id, staff, APPROVAL);
    await stage.settle(10 * SECOND);
    expect(stage.ledger()).toMatchObject({ cancels: 1 });
  });

  test('sees the order cancelled elsewhere although its mails do not get through', async () => {
    const stage = await openStage({ policy: byRequest });
    await refusing(stage, 451);
    await stage.request();
    await stage.settle(2 * MINUTE);
    stage.scene.world.commerce.cancelInAdmin(shopOf(stage), stage.order.id, { refund: true });
    await stage.settle(10 * SECOND);
    const listed = await newest(stage.deps.store, shopOf(stage), { limit: 5 });
    expect(listed.find(({ requestedBy }) => requestedBy === 'shopper')?.status).toBe('superseded');
  });
});

const listeners: SmtpListener[] = [];
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close();
});

/** Has the stage write over the local mail server, which refuses every mail until told otherwise. */
async function refusing(stage: Stage, code: 550 | 554 | 451) {
  const faults = new FaultQueue<MailFault>();
  faults.inject({ kind: 'reject', code, times: 100 });
  const submissions: Submission[] = [];
  const onSubmission = (submission: Submission): void => void submissions.push(submission);
  const listener = await listenSmtp({ port: 0, faults, onSubmission });
  listeners.push(listener);
  const mailer = createSmtpMailer({ smtpUrl: listener.origin, from: 'orders@example.com' });
  Object.assign(stage.deps.mailer, { send: (mail: Mail) => mailer.send(mail) });
  return { submissions, takeMails: () => faults.clear() };
}

const shown = async (stage: Stage) =>
  presentCancellation(
    await stage.record(),
    await stage.deps.policies.current(shopOf(stage)),
    ok(OWNER),
    messagesIn('en', 'staff'),
  );

describe('a mail that the mail server refuses', () => {
  test.each([550, 554] as const)(
    'for good (%i) is on the order within a minute, with what to do',
    async (code) => {
      const stage = await openStage({});
      const server = await refusing(stage, code);
      await stage.request();
      await stage.settle(MINUTE);
      const { attention } = await shown(stage);
      expect(attention?.title).toBe('The email could not be sent');
      expect(attention?.explanation).toContain(String(code));
      expect(attention?.explanation).toContain('Correct the customer’s email address');
      expect(attention?.choices.map(({ choice }) => choice)).toEqual(['retry', 'skip_mail']);
      expect(server.submissions).toHaveLength(1);
      server.takeMails();
      await stage.resume('retry');
      await stage.settle(MINUTE);
      expect((await stage.record()).state.status).toBe('completed');
      expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: { shopify_payments: 2_500 } });
    },
  );

  test('for good is on the order also where it was the answer to a declined request', async () => {
    const stage = await openStage({ policy: byRequest });
    const server = await refusing(stage, 550);
    await stage.request();
    await stage.settle(MINUTE);
    expect((await shown(stage)).mailError?.title).toBe(
      'The email to the customer could not be sent',
    );
    const { state } = await stage.record();
    expect(state.status).toBe('in_review');
    await declineRequest(stage.deps, shopOf(stage), state.id, staff, {
      noteToCustomer: 'Engraved already.',
      nextStep: 'contact_shop',
    });
    await stage.settle(MINUTE);
    expect((await shown(stage)).attention?.title).toBe('The email could not be sent');
    expect(server.submissions).toHaveLength(2);
  });

  test('for good at the shop’s own address is on the order, with where to correct it', async () => {
    const stage = await openStage({ policy: byRequest });
    tellingStaff(stage);
    await stage.request();
    const send = stage.deps.mailer.send;
    const server = await refusing(stage, 550);
    const sendRefused = stage.deps.mailer.send;
    Object.assign(stage.deps.mailer, {
      send: (mail: Mail) =>
        mail.content.template === 'request_waiting' ? sendRefused(mail) : send(mail),
    });
    await stage.settle(MINUTE);
    expect(server.submissions).toHaveLength(1);
    const { mailError, attention } = await shown(stage);
    expect(attention).toBeNull();
    expect(mailError?.title).toBe('The email to the store could not be sent');
    expect(mailError?.text).toContain('550');
    expect(mailError?.text).toContain('contact address under Settings in Shopify');
  });

  test('for now (451) is tried again, and after a minute the order says so', async () => {
    const stage = await openStage({});
    const server = await refusing(stage, 451);
    await stage.request();
    await stage.settle(15 * SECOND);
    expect((await shown(stage)).mailError).toBeNull();
    await stage.settle(45 * SECOND);
    const view = await shown(stage);
    expect(view.attention).toBeNull();
    expect(view.mailError?.title).toBe('The email to the customer has not been sent yet');
    expect(view.mailError?.text).toContain('tried again automatically');
    server.takeMails();
    await stage.settle(5 * MINUTE);
    expect((await shown(stage)).mailError).toBeNull();
    expect((await stage.record()).state.status).toBe('completed');
  });
});

describe('a mail that nobody is there to get is not recorded as sent', () => {
  const about = async (stage: Stage, template: string) =>
    (await stage.record()).events.filter(
      (event) => 'template' in event && event.template === template,
    );

  test('where the order has no address: staff read that they have to write themselves', async () => {
    const stage = await openStage();
    Object.assign(stage.order, { customerId: null, email: null });
    await stage.cancel();
    await stage.settle();
    expect(stage.mails).toEqual([]);
    expect(await about(stage, 'cancelled')).toMatchObject([
      { type: 'mail_given_up', problem: { code: 'NO_ADDRESS' } },
    ]);
    const view = await shown(stage);
    expect(view.status).toBe('completed');
    expect(view.mailError?.text).toContain('The order has no email address.');
    expect(view.mailError?.text).toContain('Write to the customer yourself.');
  });

  test('where the order was deleted before it went out', async () => {
    const stage = await openStage({ policy: byRequest });
    const server = await refusing(stage, 451);
    await stage.request();
    await stage.settle(MINUTE);
    const { state } = await stage.record();
    await declineRequest(stage.deps, shopOf(stage), state.id, staff, {
      noteToCustomer: 'Engraved already.',
      nextStep: 'contact_shop',
    });
    await stage.settle(MINUTE);
    stage.scene.world.commerce.deleteOrder(shopOf(stage), stage.order.id);
    server.takeMails();
    await stage.settle(HOUR);
    expect(await about(stage, 'declined')).toMatchObject([
      { type: 'mail_given_up', problem: { code: 'ORDER_GONE' } },
    ]);
    const view = await shown(stage);
    expect(view.status).toBe('declined');
    expect(view.mailError?.text).toContain('Shopify no longer shows the order');
    expect(view.mailError?.text).not.toContain('Correct the email address');
  });

  test('where mails to the shop are switched off, which is nothing to worry about', async () => {
    const stage = await openStage({ policy: byRequest });
    tellingStaff(stage);
    await stage.request();
    Object.assign(stage.deps, { staffMail: null });
    await stage.settle(HOUR);
    expect(await about(stage, 'request_waiting')).toMatchObject([
      { type: 'mail_given_up', problem: { code: 'SWITCHED_OFF' } },
    ]);
    expect((await shown(stage)).mailError).toBeNull();
  });

  test('also where mails to the shop are switched off after it', async () => {
    const stage = await openStage({ policy: byRequest });
    tellingStaff(stage);
    await stage.request();
    Object.assign(stage.deps, { staffMail: null });
    await refusing(stage, 550);
    await stage.settle(HOUR);
    expect(await about(stage, 'request_waiting')).toMatchObject([
      { problem: { code: 'SWITCHED_OFF' } },
    ]);
    expect((await shown(stage)).mailError?.title).toBe(
      'The email to the customer could not be sent',
    );
  });
});
