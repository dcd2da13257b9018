import { describe, expect, it } from 'vitest';
import { PLACED_AT, eur, lineItem, order } from '../../tests/support/facts/order-facts.ts';
import {
  SHOP,
  type RouteContext,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { Platform } from '../application/shared/platform.ts';
import type { LineItemId } from '../domain/ids.ts';
import type { StaffAccess } from '../domain/authority/staff-access.ts';
import { ok } from '../domain/result.ts';
import { DAY } from '../domain/time.ts';
import type { RefusedBody } from '../contract/refused-body.ts';
import type { StaffQuote, StaffRefusal } from '../contract/staff/staff-view.ts';
import type { StaffCancelBody, StaffQuoteBody } from '../contract/staff/staff-bodies.ts';
import { type action } from './api.staff.orders.$number.cancellation.tsx';
import { action as quote } from './api.staff.orders.$number.cancellation_.quote.tsx';
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

const withAccess = (access: StaffAccess): Pick<Platform, 'readStaffAccess'> => ({
  readStaffAccess: async () => ok(access),
});

type Route = typeof action;

const answer = (
  route: Route,
  { context }: RouteContext,
  request: Request,
  params: Record<string, string> = { number: '1042' },
): Promise<Response> => outcome(route, { request, context, params });

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

describe('a quote for staff', () => {
  const asked = (route: RouteContext, changes: Partial<StaffQuoteBody> = {}) =>
    answer(quote, route, requestTo(`${PATH}/quote`, { token, body: { ...wanted, ...changes } }));
  const { selection, keepFreeItems, issueRefund, method, restock } = choice;
  const wanted: StaffQuoteBody = {
    selection,
    keepFreeItems,
    issueRefund,
    amount: '',
    method,
    restock,
  };
  const twoLines = order({
    lines: [
      lineItem({ total: eur(7_000) }),
      lineItem({
        id: 'gid://shopify/LineItem/2' as LineItemId,
        title: 'Tea towel',
        quantity: 3,
        total: eur(3_000),
      }),
    ],
  });
  const towels = { kind: 'lines', lines: [{ id: '2', quantity: 2 }] } as const;

  it('says what items give back, and stores nothing', async () => {
    const route = await createRouteContext({ orders: [twoLines] });
    const quoted = await bodyOf<StaffQuote>(await asked(route, { selection: towels }));
    expect(quoted).toMatchObject({
      selection: towels,
      amount: '€20.00',
      amountDecimal: '20.00',
      refunds: [{ method: 'Visa', amount: '€20.00', isManual: false }],
      lines: [{ title: 'Tea towel – Sage', quantity: 2, restock: '2 back in stock' }],
    });
    expect(await newest(route.database.cancellations, SHOP, { limit: 9 })).toEqual([]);
  });

  it('case 11: says what the shop keeps of a lower amount', async () => {
    const route = await createRouteContext({ orders: [twoLines] });
    const quoted = await bodyOf<StaffQuote>(await asked(route, { amount: '60.00' }));
    expect(quoted).toMatchObject({ amount: '€60.00', withheld: '€40.00' });
  });

  it.each([
    ['en', '59.20', '€59.20'],
    ['en', '59,20', '€59.20'],
    ['de', '59,20', '€59.20'],
    ['de', '59.20', '€59.20'],
    ['ar-EG', '٥٩٫٢٠', '€59.20'],
    [undefined, '59.20', '€59.20'],
  ])(
    'case 67: understands an amount as its page writes it (%s: %s)',
    async (locale, amount, is) => {
      const route = await createRouteContext({ orders: [twoLines] });
      const quoted = await bodyOf<StaffQuote>(await asked(route, { amount, locale }));
      expect(quoted.amount).toBe(is);
    },
  );

  it.each([
    ['en', '1.250', 'This can be read as two different amounts. Write it such as 1,234.50.'],
    ['de', '1,250', 'This can be read as two different amounts. Write it such as 1.234,50.'],
    ['en', '', 'Enter an amount, such as 1,234.50.'],
    ['en', '-5', 'An amount cannot be below zero. Enter one such as 1,234.50.'],
    ['en', '5e1', 'Write the amount out in digits, such as 1,234.50.'],
    ['en', '5.0000', 'Amounts in EUR have at most 2 decimals. Write it such as 1,234.50.'],
    ['en', 'USD 5', 'This is not an amount in EUR. Write it such as 1,234.50.'],
    ['en', '9999999999999999', 'This amount is larger than any that can be counted.'],
  ])(
    'case 67: refuses what may be another amount, with an example (%s: %j)',
    async (locale, amount, message) => {
      const route = await createRouteContext({ orders: [twoLines] });
      const refused = await asked(route, { amount, locale });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        refusals: [{ code: 'amount_malformed', message }],
      });
    },
  );

  it('case 67: takes an emptied amount for everything only from windows that know no better', async () => {
    const route = await createRouteContext({ orders: [twoLines] });
    expect((await bodyOf<StaffQuote>(await asked(route, { amount: '' }))).amount).toBe('€100.00');
    const everything = await asked(route, { amount: null, locale: 'en' });
    expect((await bodyOf<StaffQuote>(everything)).amount).toBe('€100.00');
  });

  it('case 55: holds staff to what their role may give back', async () => {
    const route = await createRouteContext({
      orders: [twoLines],
      platform: withAccess(memberAccess()),
    });
    const { version, ...document } = await route.context.container.policies.current(SHOP);
    const member = { ...document.staff.member, refundUpTo: { EUR: '50.00' } };
    const staff = { ...document.staff, member };
    await route.context.container.policies.save(
      SHOP,
      version,
      { ...document, staff },
      { kind: 'staff', staffId: '1' },
      PLACED_AT,
    );
    const response = await asked(route);
    expect((await bodyOf<RefusedBody>(response)).refusals[0]?.code).toBe('staff_refund_limit');
    expect((await asked(route, { amount: '50.00' })).status).toBe(200);
  });

  it('case 20: names the free item that would stay', async () => {
    const free = lineItem({
      id: 'gid://shopify/LineItem/2' as LineItemId,
      total: eur(0),
      discounts: [{ index: 0, title: 'One free', amount: eur(500), targetSelection: 'ENTITLED' }],
    });
    const route = await createRouteContext({ orders: [order({ lines: [lineItem(), free] })] });
    const kettle = { kind: 'lines', lines: [{ id: '1', quantity: 1 }] } as const;
    const refused = await bodyOf<{ refusals: StaffRefusal[] }>(
      await asked(route, { selection: kettle }),
    );
    expect(refused.refusals).toMatchObject([{ code: 'free_item_left', lineIds: ['2'] }]);
    expect((await asked(route, { selection: kettle, keepFreeItems: true })).status).toBe(200);
  });

  it('tells staff what the policy would say to the customer', async () => {
    const route = await createRouteContext({ orders: [twoLines], age: 90 * DAY });
    const quoted = await bodyOf<StaffQuote>(await asked(route));
    expect(quoted.policySays).toEqual([expect.stringMatching(/window closed/)]);
  });
});
