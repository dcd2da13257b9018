import { useLocation } from '@remix-run/react';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { renderPage, stubAppBridge } from '../../../tests/support/pages/page.tsx';
import { orderList } from '../../../tests/support/pages/staff-views.ts';
import { OrdersPage } from './orders-page.tsx';

const noOrders = { ...orderList, orders: [], next: null };
const ENDS = 'Shopify shows apps the orders of the last 60 days.';

beforeEach(() => {
  stubAppBridge();
});
afterEach(cleanup);

it('marks what was cancelled elsewhere, and what this app cancels', () => {
  renderPage(<OrdersPage {...orderList} />);
  expect(screen.getAllByText('Cancelled elsewhere')).toHaveLength(1);
  expect(screen.getByText('Waiting for review')).toBeTruthy();
});

it('says what was searched for when nothing is found', () => {
  renderPage(<OrdersPage {...noOrders} query={{ ...orderList.query, text: '#9' }} />);
  expect(screen.getByText('No order matches “#9”')).toBeTruthy();
});

it('does not call a shop empty whose orders are still being copied', () => {
  renderPage(<OrdersPage {...noOrders} copying />);
  expect(screen.getByText('Your orders are on their way')).toBeTruthy();
  expect(screen.queryByText('There are no orders yet')).toBeNull();
});

it('says where the last page ends that Shopify shows no older orders, and nowhere else', () => {
  const page = renderPage(<OrdersPage {...orderList} />);
  expect(screen.queryByText(ENDS)).toBeNull();
  page.unmount();
  renderPage(<OrdersPage {...orderList} next={null} previous={['1763630000000', '5001']} />);
  expect(screen.getByText(ENDS)).toBeTruthy();
});

it('leads to the next page and back, and nowhere where there is none', () => {
  renderPage(<OrdersPage {...orderList} />);
  const isOff = (name: string) =>
    screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true' ||
    screen.getByRole<HTMLButtonElement>('button', { name }).disabled;
  expect(isOff('Next')).toBe(false);
  expect(isOff('Previous')).toBe(true);
});

/** Polaris draws the titles twice: once for the table, once for its sticky head. */
function titleButton(name: string): HTMLElement {
  const [button] = screen.getAllByRole('button', { name });
  if (!button) throw new Error(`No title ${name} can be pressed`);
  return button;
}

it('is sorted by what is pressed, from the first page on, and the other way by another press', async () => {
  const user = userEvent.setup();
  const Address = () => <output>{useLocation().search}</output>;
  const query = { ...orderList.query, text: 'wilma', filters: { status: 'pending' } };
  const at = { ...query, cursor: { side: 'after', key: ['1763630000000', '5001'] } } as const;
  const page = renderPage(
    <>
      <OrdersPage {...orderList} query={at} />
      <Address />
    </>,
  );
  await user.click(titleButton('Total'));
  await screen.findByText('?q=wilma&status=pending&sort=-total');
  page.unmount();
  const sort = { by: 'total', direction: 'descending' } as const;
  renderPage(
    <>
      <OrdersPage {...orderList} query={{ ...query, sort }} />
      <Address />
    </>,
  );
  await user.click(titleButton('Total'));
  await screen.findByText('?q=wilma&status=pending&sort=total');
});

const Address = () => <output>{useLocation().search}</output>;
const ID = '00000000-0000-4000-8000-0000000000aa';
const vip = { id: ID, name: 'VIP', query: 'tag=vip', isShared: false };

/** What was sent to the app, each answered with `changed`. */
function sending(changed: string | null) {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    bodies.push(JSON.parse(typeof body === 'string' ? body : 'null'));
    return Response.json({ changed });
  });
  return bodies;
}
afterEach(() => vi.unstubAllGlobals());

describe('the views of the list', () => {
  it('case 158: a changed view says that it is not saved, and All can only be saved as another', async () => {
    const query = { ...orderList.query, filters: { tag: 'vip' } };
    const page = renderPage(<OrdersPage {...orderList} query={query} />);
    expect(screen.getByText('Changes to this view are not saved')).toBeTruthy();
    expect(screen.getByText('Tag: vip')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save view' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Save as new view' })).toBeTruthy();
    page.unmount();
    const bodies = sending(ID);
    const changed = { ...query, filters: { view: ID, tag: 'vip', risk: 'high' } };
    renderPage(<OrdersPage {...orderList} query={changed} views={[vip]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Save view' }));
    await vi.waitFor(() =>
      expect(bodies).toEqual([{ do: 'save', id: ID, query: 'risk=high&tag=vip' }]),
    );
  });

  it('are kept under a name, and asked for one', async () => {
    const bodies = sending(ID);
    const query = { ...orderList.query, text: 'anna', filters: { date: '7d' } };
    renderPage(
      <>
        <OrdersPage {...orderList} query={query} />
        <Address />
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save as new view' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Enter a name of up to 40 characters.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Anna’s week');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Everyone in the store sees it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(`?q=anna&date=7d&view=${ID}`);
    expect(bodies).toEqual([
      { do: 'add', name: 'Anna’s week', query: 'q=anna&date=7d', isShared: true },
    ]);
  });
});

it('says where a page ends before all was looked through, or more match than are sorted', () => {
  const page = renderPage(<OrdersPage {...orderList} searched="so_far" />);
  expect(screen.getByText(/Not all orders have been looked through yet/)).toBeTruthy();
  page.unmount();
  renderPage(<OrdersPage {...orderList} searched="newest" />);
  expect(screen.getByText(/these are the newest 1,000/)).toBeTruthy();
});

it('leads back to a bulk cancellation that is not over', () => {
  renderPage(<OrdersPage {...orderList} bulks={[{ id: ID, number: 7, state: 'Cancelling' }]} />);
  const link = screen.getByRole('link', { name: 'Bulk cancellation 7' });
  expect(link.getAttribute('href')).toBe(`/app/bulk/${ID}`);
  expect(screen.getByText('Cancelling')).toBeTruthy();
});

it('case 118: cancels what is in sight: another page or filter begins with nothing chosen', async () => {
  const bodies = sending(ID);
  const elsewhere = { ...orderList, query: { ...orderList.query, filters: { tag: 'vip' } } };
  function Pages() {
    const [isElsewhere, setElsewhere] = useState(false);
    return (
      <>
        <OrdersPage {...(isElsewhere ? elsewhere : orderList)} />
        <button onClick={() => setElsewhere(true)}>Elsewhere</button>
      </>
    );
  }
  renderPage(<Pages />);
  const [box] = screen.getAllByRole('checkbox', { name: 'Select order' });
  await userEvent.click(box ?? document.body);
  const chosen = () =>
    screen
      .getAllByRole<HTMLInputElement>('checkbox', { name: 'Select order' })
      .filter(({ checked }) => checked).length;
  expect(chosen()).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
  await vi.waitFor(() => expect(chosen()).toBe(0));
  expect(bodies).toEqual([]);
});
