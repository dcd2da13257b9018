import { describe, expect, it } from 'vitest';

import { member as memberAccess } from '../../tests/support/facts/staff-access.ts';
import { order } from '../../tests/support/facts/order-facts.ts';
import { RECIPIENT } from '../../tests/support/stages/engine-stage.ts';
import {
  type RouteContextOptions,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { Platform } from '../application/shared/platform.ts';
import type { CustomerMail } from '../contract/staff/customer-mail.ts';
import type { StaffMailBody } from '../contract/staff/staff-bodies.ts';
import { ok } from '../domain/result.ts';
import { action } from './api.staff.orders.$number.cancellation_.mail.tsx';

const wanted: StaffMailBody = {
  selection: { kind: 'order' },
  keepFreeItems: false,
  issueRefund: true,
  amount: null,
  locale: 'en',
  method: 'original',
  restock: true,
  noteToCustomer: 'We are <sorry>.',
};

async function asked(
  { body = wanted, ownMail = true }: { body?: unknown; ownMail?: boolean } = {},
  platform: Partial<Platform> = {},
) {
  const options: RouteContextOptions = {
    orders: [order()],
    platform: { readRecipient: async () => ok(RECIPIENT), ...platform },
  };
  const { context, database } = await createRouteContext(options);
  Object.assign(context.container, { ownMail });
  const path = '/api/staff/orders/1042/cancellation/mail';
  const request = requestTo(path, { token: sessionToken(), body });
  const response = await outcome(action, { request, context, params: { number: '1042' } });
  return { response, database };
}

const mailOf = async ({ response }: { response: Response }) =>
  ((await response.json()) as CustomerMail).mail;

describe('what the customer will read', () => {
  it('is shown as it will look, in their language, and is not sent', async () => {
    const shown = await asked(
      {},
      { readRecipient: async () => ok({ ...RECIPIENT, locale: 'de' }) },
    );
    const mail = await mailOf(shown);
    expect(mail?.languageCode).toBe('de');
    expect(mail?.subject).toContain(RECIPIENT.orderName);
    expect(mail?.html).toContain('We are &lt;sorry&gt;.');
    expect(mail?.html).not.toContain('<sorry>');
  });

  it('is nothing where Shopify writes, or nobody can be written to', async () => {
    expect(await mailOf(await asked({ ownMail: false }))).toBeNull();
    const nobody = { readRecipient: async () => ok({ ...RECIPIENT, email: null }) };
    expect(await mailOf(await asked({}, nobody))).toBeNull();
  });

  it('case 55: is not shown to staff who may not do what it tells of', async () => {
    const reader = { readStaffAccess: async () => ok(memberAccess({ mayCancelOrders: false })) };
    const { response } = await asked({}, reader);
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain('html');
  });

  it('is refused for a body that is none', async () => {
    const { response } = await asked({ body: { ...wanted, noteToCustomer: 7 } });
    expect(response.status).toBe(422);
  });
});
