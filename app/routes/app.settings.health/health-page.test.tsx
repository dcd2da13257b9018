import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { renderPage, stubAppBridge, stubRequests } from '../../../tests/support/pages/page.tsx';
import type { CheckView, HealthView } from '../../contract/shop/health-view.ts';
import { HealthPage } from './health-page.tsx';

const check = (name: string, more: Partial<CheckView> = {}): CheckView => ({
  name,
  title: name,
  state: 'ok',
  findings: [{ state: 'ok', means: `${name} is fine.`, todo: null }],
  topics: null,
  costs: null,
  ...more,
});
const view = (...checks: CheckView[]): HealthView => ({
  lookedAt: '2026-11-30T12:00:00.000Z',
  state: 'ok',
  checks,
});

beforeEach(() => {
  stubAppBridge();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says that it looks, and then what was found, what it means and what to do', async () => {
  let arrive: (answer: Response) => void = () => undefined;
  const { sent } = stubRequests(() => new Promise((resolve) => (arrive = resolve)));
  renderPage(<HealthPage forbidden={null} />);
  expect(screen.getByText(/^Checking/).getAttribute('role')).toBe('status');
  arrive(
    Response.json({
      ...view(
        check('scopes', {
          state: 'broken',
          findings: [{ state: 'broken', means: 'Some are missing.', todo: 'Deploy.' }],
        }),
        check('worker'),
      ),
      state: 'broken',
    } satisfies HealthView),
  );
  expect(await screen.findByText('Some are missing.')).toBeTruthy();
  expect(screen.getByText('What to do: Deploy.')).toBeTruthy();
  expect(screen.getByText('Something does not work')).toBeTruthy();
  expect(screen.getByText('Broken')).toBeTruthy();
  expect(screen.queryByText(/^Checking/)).toBeNull();
  expect(sent).toEqual([{ path: '/api/staff/health', body: undefined }]);
});

it('shows first what has to be seen first', async () => {
  stubRequests(() =>
    Response.json(
      view(
        check('worker'),
        check('native', { state: 'unknown' }),
        check('scopes', { state: 'broken' }),
      ),
    ),
  );
  renderPage(<HealthPage forbidden={null} />);
  await screen.findByText('scopes is fine.');
  const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  const ours = titles.filter((title) => ['worker', 'native', 'scopes'].includes(title ?? ''));
  expect(ours).toEqual(['scopes', 'native', 'worker']);
});

it('looks again on demand, and leaves what was found standing when that fails', async () => {
  const answers = [
    Response.json(view(check('worker'))),
    Response.json(
      { refusals: [{ code: 'platform_unavailable', message: 'Shopify does not answer.' }] },
      { status: 503 },
    ),
    Response.json(view(check('tokens'))),
  ];
  stubRequests(() => answers.shift() ?? Response.error());
  renderPage(<HealthPage forbidden={null} />);
  await screen.findByText('worker is fine.');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Run again' }));
  expect(await screen.findByText('Shopify does not answer.')).toBeTruthy();
  expect(screen.getByText('worker is fine.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Run again' }));
  expect(await screen.findByText('tokens is fine.')).toBeTruthy();
  expect(screen.queryByText('Shopify does not answer.')).toBeNull();
});

it('asks nothing for staff who may not see it, and says why', () => {
  const { sent } = stubRequests(() => Response.json(view()));
  renderPage(<HealthPage forbidden="Ask the store owner." />);
  expect(screen.getByText('Ask the store owner.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Run again' })).toBeNull();
  expect(sent).toEqual([]);
});

describe('the block in the theme', () => {
  const unseen = check('theme', {
    state: 'unknown',
    findings: [{ state: 'unknown', means: 'Cannot be seen from here.', todo: null }],
  });
  const knows = (placed: readonly object[]) =>
    Object.assign((globalThis as { shopify: object }).shopify, {
      app: {
        extensions: async () => [
          {
            type: 'theme_app_extension',
            handle: 'cancellation-policy',
            activations: [{ handle: 'cancellation-policy', activations: placed }],
          },
        ],
      },
    });

  it.each([
    [[{ target: 'template--page' }], 'The published theme shows the policy block.'],
    [[], 'The published theme does not show the policy block.'],
  ])('is known by the admin around the page: %j', async (placed, words) => {
    stubRequests(() => Response.json(view(unseen)));
    knows(placed);
    renderPage(<HealthPage forbidden={null} />);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText('Cannot be seen from here.')).toBeNull();
  });

  it('stays unknown where the admin does not say', async () => {
    stubRequests(() => Response.json(view(unseen)));
    renderPage(<HealthPage forbidden={null} />);
    expect(await screen.findByText(/does not say whether your theme shows it/)).toBeTruthy();
  });

  it('is what the server read where it could, and the admin does not say', async () => {
    stubRequests(() => Response.json(view(check('theme'))));
    renderPage(<HealthPage forbidden={null} />);
    expect(await screen.findByText('theme is fine.')).toBeTruthy();
  });
});

it('shows topics with their last time, and queries with their points, on demand', async () => {
  stubRequests(() =>
    Response.json(
      view(
        check('webhooks', {
          topics: [
            { topic: 'orders/paid', lastAt: '2026-11-30T11:00:00.000Z' },
            { topic: 'refunds/create', lastAt: null },
          ],
        }),
        check('costs', { costs: [{ document: 'ReadOrder', expected: 116, reported: 1_116 }] }),
      ),
    ),
  );
  renderPage(<HealthPage forbidden={null} />);
  const [ofTopics, ofCosts] = await screen.findAllByRole('button', { name: 'Details' });
  if (!ofTopics || !ofCosts) throw new Error('There are no details.');
  const user = userEvent.setup();
  expect(ofTopics.getAttribute('aria-expanded')).toBe('false');
  await user.click(ofTopics);
  expect(ofTopics.getAttribute('aria-expanded')).toBe('true');
  const row = screen.getByText('refunds/create').closest('tr');
  expect(row && within(row).getByText('never')).toBeTruthy();
  await user.click(ofCosts);
  expect(screen.getByText('1,116')).toBeTruthy();
});
