import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { StorefrontStyle } from '../../components/storefront/storefront-style.tsx';
import { LANGUAGES } from '../../messages/keys.generated.ts';
import type { ShopperCancellation } from '../../contract/shopper/shopper-view.ts';
import { CancellationStatus } from './cancellation-status.tsx';
import { guestPage } from './page.ts';

const money = {
  total: '',
  refunds: [],
  storeCredit: null,
  byHand: [],
  released: [],
  pending: null,
};
const CANCELLATION: ShopperCancellation = {
  id: '0b6f5c1e-58a7-4a39-9d2e-3c1f5a7b9d10',
  status: 'in_progress',
  scope: 'order',
  items: [],
  standsStill: false,
  canWithdraw: false,
  reason: null,
  comment: null,
  declined: null,
  timeline: [],
  amount: null,
  comesBack: money,
};

describe.each(LANGUAGES)('the guests’ page in %s', (language) => {
  const page = guestPage('/apps/unorder', language);
  const html = (changes: Partial<ShopperCancellation>) =>
    renderToStaticMarkup(
      <CancellationStatus
        page={page}
        token="t"
        cancellation={{ ...CANCELLATION, ...changes }}
        moment={(iso) => iso}
      />,
    );

  it('says so when work on the cancellation stands still', () => {
    const said = page.t('status.standsStill');
    expect(html({ standsStill: true })).toContain(said);
    expect(html({})).not.toContain(said);
  });

  it('calls a request approved once it is, and not while it waits for somebody to look at it', () => {
    const [waiting, approved] = (['current', 'done'] as const).map((state) =>
      html({ status: 'in_review', timeline: [{ step: 'approved', state, at: null }] }),
    );
    const [review, approval] = [page.t('timeline.in_review'), page.t('timeline.approved')];
    expect(waiting).toContain(`>${review}`);
    expect(waiting).not.toContain(`>${approval}`);
    expect(approved).toContain(`>${approval}`);
  });
  it('case 77: lets the question be read before a request can be taken back', () => {
    const [button] = /<button[^>]*>/.exec(html({ canWithdraw: true })) ?? [];
    expect(button).toContain('unorder-confirm');
  });
});

const GUARD = /\.unorder-confirm \{ animation: unorder-read (\S+)s step-end !important; \}/;

it('case 77: what confirms is out of reach for half a second, whatever a theme does to motion', () => {
  const style = renderToStaticMarkup(<StorefrontStyle />);
  expect(Number(GUARD.exec(style)?.[1])).toBeGreaterThanOrEqual(0.5);
  expect(style).toContain('@keyframes unorder-read { from { visibility: hidden; }');
});
