import { expect, it } from 'vitest';

import { shouldRevalidate } from './route.tsx';

const CLOSED = 'https://app.example.com/app/orders/5001';
const OPEN = `${CLOSED}?cancel=1`;

const isReadAgain = (from: string, to: string): boolean =>
  shouldRevalidate({
    currentUrl: new URL(from),
    nextUrl: new URL(to),
    currentParams: { number: '5001' },
    nextParams: { number: '5001' },
    defaultShouldRevalidate: true,
  });

it('reads an order again when its popup has closed, for it may be cancelled by then', () => {
  expect(isReadAgain(OPEN, CLOSED)).toBe(true);
});

it('reads no order again for opening its popup', () => {
  expect(isReadAgain(CLOSED, OPEN)).toBe(false);
  expect(isReadAgain(CLOSED, CLOSED)).toBe(true);
});
