import { describe, expect, it } from 'vitest';
import { cancellationPlan, refundPlan } from '../../tests/support/facts/cancellation-plan.ts';
import { PLACED_AT, eur, order, transaction } from '../../tests/support/facts/order-facts.ts';
import {
  OTHER_SHOP,
  SHOP,
  type RouteContext,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { Platform } from '../application/shared/platform.ts';
import type { CancellationId } from '../domain/ids.ts';
import type { StaffAccess } from '../domain/authority/staff-access.ts';
import { ok } from '../domain/result.ts';
import type { RefusedBody } from '../contract/refused-body.ts';
import type { StaffOrderView, StaffQuote } from '../contract/staff/staff-view.ts';
import type { StaffCancelBody } from '../contract/staff/staff-bodies.ts';
import type { StaffCancellationView } from '../contract/staff/staff-cancellation-view.ts';
import { action as settle, loader as follow } from './app.cancellations.$id.tsx';
import { action, loader } from './api.staff.orders.$number.cancellation.tsx';
import { loader as quoteApproval } from './app.cancellations.$id_.quote.tsx';
import { member as memberAccess } from '../../tests/support/facts/staff-access.ts';
import { newest } from '../../tests/support/database/newest.ts';

const PATH = '/api/staff/orders/1042/cancellation';

const token = sessionToken();

const choice: StaffCancelBody = {
  knownCancellationId: null,
  selection: { kind: 'order' },
  keepFreeItems: false,
  issueRefund: true,
  amount: '100.00',
  method: 'original',
  restock: true,
  reason: 'CUSTOMER',
  notify: true,
  noteToCustomer: '',
  internalNote: 'Called twice.',
};

const NO_RIGHTS: StaffAccess = memberAccess({ mayCancelOrders: false });

const withAccess = (access: StaffAccess): Pick<Platform, 'readStaffAccess'> => ({
  readStaffAccess: async () => ok(access),
});

const UNAVAILABLE = {
  kind: 'unavailable',
  code: null,
  message: '',
  mayHaveApplied: false,
  retryAfter: null,
} as const;

type Route = typeof action;

const answer = (
  route: Route,
  { context }: RouteContext,
  request: Request,
  params: Record<string, string> = { number: '1042' },
): Promise<Response> => outcome(route, { request, context, params });

const started = async (route: RouteContext, body: unknown = choice): Promise<Response> =>
  answer(action, route, requestTo(PATH, { token, body }));

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

describe('staff cancel an order', () => {
  it('and get the order with its cancellation, readable by the admin’s extensions', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await started(route);
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const { cancellation, cancel } = await bodyOf<StaffOrderView>(response);
    expect(cancellation).toMatchObject({ amount: '€100.00', internalNote: 'Called twice.' });
    expect(cancel).toMatchObject({ available: false, refusals: [{ code: 'already_open' }] });
  });

  it('case 7: once, however often they confirm', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const views = await Promise.all(
      [started(route), started(route)].map(async (r) => bodyOf<StaffOrderView>(await r)),
    );
    expect(new Set(views.map((view) => view.cancellation?.id)).size).toBe(1);
  });

  it('with the staff member and the place named in the record', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const { cancellation } = await bodyOf<StaffOrderView>(await started(route));
    expect(cancellation?.requestedBy).toMatch(/staff/i);
    const stored = await route.context.container.store.load(
      'kettles.myshopify.com' as never,
      cancellation?.id as never,
    );
    expect(stored?.events[0]).toMatchObject({
      actor: { kind: 'staff', staffId: '42' },
      channel: 'admin_order_page',
    });
  });

  it.each([
    ['an amount above what is refundable', { ...choice, amount: '100.01' }, 'amount_above_maximum'],
    ['an amount that is none', { ...choice, amount: 'all' }, 'amount_malformed'],
    ['an unknown reason', { ...choice, reason: 'WHIM' }, 'unknown_reason'],
    ['a note above the limit', { ...choice, internalNote: 'a'.repeat(2001) }, 'text_too_long'],
    ['a field it does not know', { ...choice, force: true }, 'body_malformed'],
    ['no id for a cancellation', { ...choice, knownCancellationId: 'it' }, 'body_malformed'],
    [
      'a line of another order',
      { ...choice, selection: { kind: 'lines', lines: [{ id: '99', quantity: 1 }] } },
      'selection_malformed',
    ],
    [
      'a line that is none',
      { ...choice, selection: { kind: 'lines', lines: [{ id: 'all', quantity: 1 }] } },
      'selection_malformed',
    ],
  ])('not with %s', async (_what, body, code) => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await started(route, body);
    expect(response.status).toBe(422);
    expect((await bodyOf<RefusedBody>(response)).refusals.map((r) => r.code)).toEqual([code]);
  });

  it('case 23: not with an amount while a payment is pending', async () => {
    const pending = order({ transactions: [transaction({ status: 'PENDING' })] });
    const response = await started(await createRouteContext({ orders: [pending] }), {
      ...choice,
      issueRefund: false,
    });
    expect((await bodyOf<RefusedBody>(response)).refusals[0]?.code).toBe('payment_pending');
  });

  it('case 55: not without the platform’s permission, which says so on reading already', async () => {
    const route = await createRouteContext({ orders: [order()], platform: withAccess(NO_RIGHTS) });
    const response = await started(route);
    expect(response.status).toBe(422);
    expect((await bodyOf<RefusedBody>(response)).refusals[0]?.code).toBe('staff_may_not_cancel');
    const read = await answer(loader, route, requestTo(PATH, { token }));
    const view = await bodyOf<StaffOrderView>(read);
    expect(view.forbidden).toMatch(/does not have permission to cancel orders/);
    expect(view.cancel).toMatchObject({
      available: false,
      refusals: [{ code: 'staff_may_not_cancel' }],
    });
    expect(view.order.name).toBe('#1042');
  });

  it('case 55: not while the platform does not say what they may; the order is shown all the same', async () => {
    const silent = { readStaffAccess: async () => ({ ok: false as const, error: UNAVAILABLE }) };
    const route = await createRouteContext({ orders: [order()], platform: silent });
    expect((await started(route)).status).toBe(503);
    const view = await bodyOf<StaffOrderView>(
      await answer(loader, route, requestTo(PATH, { token })),
    );
    expect(view.cancel).toMatchObject({ refusals: [{ code: 'platform_unavailable' }] });
  });

  it('case 7: gets the one that was begun since their page was read, also when that is over', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const { cancellation } = await bodyOf<StaffOrderView>(await started(route));
    const id = cancellation?.id as CancellationId;
    await route.database.cancellations.append(SHOP, id, {
      expectedSeq: 1,
      events: [{ type: 'ended', ending: 'declined' }],
      at: PLACED_AT,
      status: 'declined',
      wakeAt: null,
      next: null,
    });
    const again = await bodyOf<StaffOrderView>(await started(route));
    expect(again.cancellation?.id).toBe(id);
    const known = { ...choice, knownCancellationId: id };
    const next = await bodyOf<StaffOrderView>(await started(route, known));
    expect(next.cancellation?.id).not.toBe(id);
    expect(next.earlier.map((earlier) => earlier.id)).toEqual([id]);
  });

  it('not when the platform does not answer, and then nothing is stored', async () => {
    const route = await createRouteContext({
      orders: [order()],
      platform: { readOrderForRefund: async () => ({ ok: false, error: UNAVAILABLE }) },
    });
    const response = await started(route);
    expect(response.status).toBe(503);
    expect(
      await newest(route.database.cancellations, 'kettles.myshopify.com' as never, { limit: 9 }),
    ).toEqual([]);
  });

  it.each([
    ['of another app', { aud: 'another-app' }],
    ['of a customer', { iss: undefined, dest: SHOP, sub: 'gid://shopify/Customer/7' }],
    ['of a customer, with an address for the shop', { iss: undefined, sub: '7' }],
    ['whose issuer is another shop’s admin', { iss: `https://${OTHER_SHOP}/admin` }],
  ])('not with a token %s', async (_whose, changes) => {
    const route = await createRouteContext({ orders: [order()] });
    const token = sessionToken(changes);
    const response = await answer(action, route, requestTo(PATH, { token, body: choice }));
    expect(response.status).toBe(401);
  });
});

describe('a customer’s request', () => {
  const ID = '00000000-0000-4000-8000-0000000000aa' as CancellationId;
  const waiting = async (changes: Parameters<typeof createRouteContext>[0] = {}) => {
    const facts = order();
    const route = await createRouteContext({ orders: [facts], ...changes });
    await route.database.cancellations.open(SHOP, {
      id: ID,
      orderName: facts.name,
      event: {
        type: 'requested',
        orderId: facts.id,
        actor: { kind: 'shopper' },
        channel: 'order_page',
        handling: 'review',
        reasonId: null,
        policyVersion: 0,
        plan: cancellationPlan(refundPlan(eur(9_000))),
        reviewDeadline: null,
        workUnderWay: false,
        mails: [],
        reviewReasons: [],
      },
      texts: {
        customerComment: null,
        proofOfPayment: null,
        noteToCustomer: null,
        internalNote: null,
      },
      at: PLACED_AT,
      next: { job: { name: 'sync-orders', shop: SHOP }, at: PLACED_AT },
      after: null,
      customerId: null,
      limit: null,
    });
    return route;
  };
  const preview = (route: RouteContext, id: string = ID) =>
    answer(quoteApproval, route, requestTo(`/app/cancellations/${id}/quote`, { token }), { id });
  const settled = (route: RouteContext, body: unknown) =>
    answer(settle, route, requestTo(`/app/cancellations/${ID}`, { token, body }), { id: ID });
  const codesOf = async (response: Response) =>
    (await bodyOf<RefusedBody>(response)).refusals.map(({ code }) => code);

  it('case 10: shows what comes back now, not what came back when it was made', async () => {
    const route = await waiting();
    expect(await bodyOf<StaffQuote>(await preview(route))).toMatchObject({ amount: '€100.00' });
    const view = await bodyOf<StaffCancellationView>(
      await settled(route, { answer: 'approve', noteToCustomer: '' }),
    );
    expect(view).toMatchObject({ amount: '€100.00', awaitsAnswer: false });
  });

  it('shows nothing once it is answered, and nothing of what does not exist', async () => {
    const route = await waiting();
    await settled(route, { answer: 'approve', noteToCustomer: '' });
    expect((await preview(route)).status).toBe(409);
    expect((await preview(route, 'it')).status).toBe(404);
  });

  it('says why it can no longer be approved', async () => {
    const sent = order({ fulfillmentStatus: 'FULFILLED' });
    expect(await codesOf(await preview(await waiting({ orders: [sent] })))).toContain(
      'already_fulfilled',
    );
  });

  it('case 61: is declined only with words for the customer, which stay with the policy’s version', async () => {
    const route = await waiting();
    const decline = { answer: 'decline', noteToCustomer: ' ', nextStep: 'return_it' };
    expect(await codesOf(await settled(route, decline))).toEqual(['note_needed']);
    const view = await bodyOf<StaffCancellationView>(
      await settled(route, { ...decline, noteToCustomer: 'It is on its way.' }),
    );
    expect(view).toMatchObject({ noteToCustomer: 'It is on its way.', policyVersion: 0 });
    expect(view.history.map(({ what }) => what)).toEqual([
      'Asked to cancel the order, under the default policy',
      'Declined. Next step for the customer: Return it when it arrives',
    ]);
  });

  it('case 55: is answered by nobody without the permission', async () => {
    const route = await waiting({ platform: withAccess(NO_RIGHTS) });
    for (const body of [
      { answer: 'approve', noteToCustomer: '' },
      { answer: 'decline', noteToCustomer: 'No.', nextStep: 'contact_shop' },
      { answer: 'resume', choice: 'retry', proof: '' },
    ]) {
      expect(await codesOf(await settled(route, body))).toEqual(['staff_may_not_cancel']);
    }
    expect(await codesOf(await preview(route))).toEqual(['staff_may_not_cancel']);
  });

  it('case 22: is settled by hand only with a note of how, which is kept', async () => {
    const route = await waiting();
    await route.database.cancellations.append(SHOP, ID, {
      expectedSeq: 1,
      events: [
        {
          type: 'attention_raised',
          attention: {
            what: 'pay_back_by_hand',
            shares: [],
            amount: eur(9_000),
            choices: ['settled_by_hand'],
          },
        },
      ],
      at: PLACED_AT,
      status: 'needs_attention',
      wakeAt: null,
      next: null,
    });
    const resume = { answer: 'resume', choice: 'settled_by_hand', proof: '' };
    expect(await codesOf(await settled(route, resume))).toEqual(['proof_needed']);
    const view = await bodyOf<StaffCancellationView>(
      await settled(route, { ...resume, proof: 'Transfer 4711' }),
    );
    expect(view).toMatchObject({ attention: null, proofOfPayment: 'Transfer 4711' });
  });
});

describe('a cancellation', () => {
  const progress = async (route: RouteContext, id: string, asked = token, body?: unknown) =>
    answer(
      body === undefined ? follow : settle,
      route,
      requestTo(`/app/cancellations/${id}`, { token: asked, ...(body ? { body } : {}) }),
      { id },
    );
  const open = async (route: RouteContext): Promise<string> =>
    (await bodyOf<StaffOrderView>(await started(route))).cancellation?.id ?? '';

  it('can be followed', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const id = await open(route);
    const view = await bodyOf<StaffCancellationView>(await progress(route, id));
    expect(view).toMatchObject({ id, isFinal: false });
  });

  it('of one shop cannot be seen from another', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const id = await open(route);
    const stranger = sessionToken({
      dest: `https://${OTHER_SHOP}`,
      iss: `https://${OTHER_SHOP}/admin`,
    });
    expect((await progress(route, id, stranger)).status).toBe(404);
    const declined = await progress(route, id, stranger, {
      answer: 'decline',
      noteToCustomer: 'Sent.',
      nextStep: 'contact_shop',
    });
    expect(declined.status).toBe(404);
  });

  it('that nobody has to answer refuses an answer', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const id = await open(route);
    for (const body of [
      { answer: 'approve', noteToCustomer: '' },
      { answer: 'decline', noteToCustomer: 'Sent.', nextStep: 'return_it' },
      { answer: 'resume', choice: 'retry', proof: '' },
    ]) {
      expect((await progress(route, id, token, body)).status).toBe(409);
    }
  });

  it('refuses an answer of another shape', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await progress(route, await open(route), token, { answer: 'shrug' });
    expect(response.status).toBe(422);
  });

  it('that does not exist is not found', async () => {
    const route = await createRouteContext();
    expect((await progress(route, 'nonsense')).status).toBe(404);
    expect((await progress(route, '00000000-0000-4000-8000-000000000099')).status).toBe(404);
  });
});
