import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  renderPage,
  stubAppBridge,
  stubRequests,
  stubSizes,
} from '../../../tests/support/pages/page.tsx';
import { policyPage, simulated } from '../../../tests/support/pages/policy-page.ts';
import { pressInSaveBar } from '../../../tests/support/pages/save-bar.ts';
import { orderList } from '../../../tests/support/pages/staff-views.ts';
import { PolicyPage } from './policy-page.tsx';

beforeEach(() => {
  stubAppBridge();
  stubSizes();
});

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** Polaris draws each tab twice, once out of sight to measure it. */
const tab = (name: string) => {
  const [shown] = screen.getAllByRole('tab', { name }).filter(({ id }) => !id.endsWith('Measurer'));
  if (!shown) throw new Error(`There is no tab ${name}`);
  return shown;
};

const page = policyPage();

const enabled = () => screen.getByLabelText<HTMLInputElement>('Customers can cancel their orders');

describe('the simulation', () => {
  const line = (message: unknown) => new TextEncoder().encode(`${JSON.stringify(message)}\n`);

  it('tells how far it is, and its result in the end', async () => {
    let go = (_chunk: Uint8Array, _end: boolean): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        go = (chunk, end) => {
          controller.enqueue(chunk);
          if (end) controller.close();
        };
      },
    });
    const { sent } = stubRequests(() => new Response(body));
    renderPage(<PolicyPage {...page} />, '/?tab=simulation');
    await userEvent.click(button('Simulate'));
    go(line({ kind: 'progress', simulation: simulated(50) }), false);
    expect(await screen.findByText('50 of 130 orders')).toBeTruthy();
    go(line({ kind: 'done', simulation: simulated(130) }), true);
    expect(await screen.findByText('Would have allowed 112 of 130')).toBeTruthy();
    expect(screen.getByText(/allows 100; with the draft 14 more and 2 no longer/)).toBeTruthy();
    expect(sent[0]).toMatchObject({
      path: '/api/staff/policy/simulation',
      body: { minutesAfterOrder: 30, document: { rules: [{ id: 'companies' }, {}] } },
    });
  });

  it('can be stopped, and keeps what it found until then', async () => {
    let aborted: AbortSignal | null | undefined;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) =>
        controller.enqueue(line({ kind: 'progress', simulation: simulated(50) })),
    });
    vi.stubGlobal('fetch', async (_path: string, init?: RequestInit) => {
      aborted = init?.signal;
      return new Response(stream);
    });
    renderPage(<PolicyPage {...page} />, '/?tab=simulation');
    await userEvent.click(button('Simulate'));
    await screen.findByText('50 of 130 orders');
    await userEvent.click(button('Stop'));
    expect(aborted?.aborted).toBe(true);
    expect(screen.getByText('Simulation stopped. These results are partial.')).toBeTruthy();
    expect(screen.getByText('Would have allowed 32 of 50')).toBeTruthy();
  });

  it('does not take an answer that broke off for a result', async () => {
    stubRequests(() => new Response(line({ kind: 'progress', simulation: simulated(50) })));
    renderPage(<PolicyPage {...page} />, '/?tab=simulation');
    await userEvent.click(button('Simulate'));
    expect(await screen.findByText(/The simulation broke off/)).toBeTruthy();
  });

  it('says that a result is of an older draft', async () => {
    stubRequests(() => new Response(line({ kind: 'done', simulation: simulated(130) })));
    renderPage(<PolicyPage {...page} />, '/?tab=simulation');
    await userEvent.click(button('Simulate'));
    await screen.findByText('Would have allowed 112 of 130');
    await userEvent.click(tab('Rules'));
    await userEvent.click(enabled());
    await userEvent.click(tab('Simulation'));
    expect(await screen.findByText(/Your draft has changed\./)).toBeTruthy();
  });
});

describe('the versions', () => {
  it('can be looked at and brought back as a draft, to be saved on top of the newest', async () => {
    const older = { ...page.policy, version: 3, reviewDays: 9 };
    const { sent } = stubRequests((path) =>
      path.includes('versions') ? Response.json(older) : Response.json({}, { status: 500 }),
    );
    renderPage(<PolicyPage {...page} />, '/?tab=versions');
    await userEvent.click(button('View version 3'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('9 days')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Restore as a draft' }));
    expect(await screen.findByText(/ends after 9 days/)).toBeTruthy();
    await pressInSaveBar('Save');
    expect(sent.at(-1)?.body).toMatchObject({ basedOn: 4, document: { reviewDays: 9 } });
  });

  it('say so when none was saved yet', () => {
    renderPage(<PolicyPage {...page} versions={[]} />, '/?tab=versions');
    expect(screen.getByText('No version saved yet')).toBeTruthy();
  });
});

describe('the preview', () => {
  const shown = {
    orderNumber: '5001',
    orderName: '#1042',
    askedAt: '2026-11-22T09:30:00.000Z',
    answer: 'at_once',
    closesAt: null,
    reasonsFor: ['The rule “Everybody” speaks to this customer.'],
    reasonsAgainst: [],
    reasonsToAsk: [],
    lines: [],
    windows: [
      {
        heading: 'Bestellung stornieren',
        language: 'de',
        policyLink: 'Bedingungen lesen',
        content: {
          kind: 'notice',
          notice: { heading: 'Nicht möglich', texts: ['Die Zeit ist um.'] },
          close: 'Schließen',
        },
      },
    ],
  };
  const orders = [{ ...orderList.orders[0], customerName: 'Ada Example', total: '€86.45' }];

  it('asks for the chosen order with the draft, in the chosen language and at the chosen time', async () => {
    const { sent } = stubRequests((path) =>
      Response.json(path.startsWith('/api/staff/orders') ? { ...orderList, orders } : shown),
    );
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(enabled());
    await userEvent.click(tab('Preview'));
    await userEvent.selectOptions(screen.getByLabelText('Language'), 'de');
    await userEvent.selectOptions(screen.getByLabelText('Time of request'), '30');
    await userEvent.type(screen.getByLabelText('Order'), 'ada');
    await userEvent.click(await screen.findByText('#1042 · Ada Example · €86.45'));
    expect(await screen.findByText('Die Zeit ist um.')).toBeTruthy();
    expect(screen.getByText('Instant')).toBeTruthy();
    expect(sent.find(({ path }) => path.endsWith('/preview'))?.body).toMatchObject({
      orderNumber: '5001',
      minutesAfterOrder: 30,
      locale: 'de',
      document: { enabled: false },
    });
  });

  it('says why an order cannot be looked at, and asks again', async () => {
    const { sent } = stubRequests((path) =>
      path.startsWith('/api/staff/orders')
        ? Response.json({ ...orderList, orders })
        : Response.json(
            { refusals: [{ code: 'platform_unavailable', message: 'Shopify did not answer.' }] },
            { status: 503 },
          ),
    );
    renderPage(<PolicyPage {...page} />, '/?tab=preview');
    await userEvent.click(screen.getByLabelText('Order'));
    await userEvent.click(await screen.findByText(/Ada Example/));
    expect(await screen.findByText('Shopify did not answer.')).toBeTruthy();
    await userEvent.click(button('Try again'));
    await waitFor(() =>
      expect(sent.filter(({ path }) => path.endsWith('/preview'))).toHaveLength(2),
    );
  });
});
