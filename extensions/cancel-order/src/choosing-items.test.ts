import { getExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it, vi } from 'vitest';

import type { ShopperQuoteBody } from '../../../app/contract/shopper/shopper-bodies.ts';
import { READING_MS } from '../../shared/confirm-button.tsx';
import { type AppAnswer, ok, refused } from '../../shared/testing/fake-app.ts';
import {
  element,
  field,
  fill,
  pageText,
  press,
  pressWhenReady,
} from '../../shared/testing/page.ts';
import { stageFor } from '../../shared/testing/stage.ts';
import english from '../locales/en.default.json';
import { cancelling, line, offered, quote, refusal } from './testing/views.ts';

const extension = getExtension('customer-account.order.action.render');
const { app, open } = stageFor(extension, english, () => {
  extension.shopify.orderId = 'gid://shopify/Order/1001';
});

const SCOPE = 'What do you want to cancel?';
const MUGS = 'Quantity to cancel: Mug';
const KETTLE = 'Cancel Enamel kettle';

type Call = Parameters<typeof app.answers>[0];
const isQuote = ({ url }: Call) => url.pathname.endsWith('/quote');
const asked = () => app.sent.filter(isQuote).map(({ body }) => body);
const confirmed = () => app.sent.filter((call) => !isQuote(call)).map(({ body }) => body);
const confirmButton = () => element('[slot=primary-action]');
const isDisabled = (found: HTMLElement) => found.hasAttribute('disabled');

/** A quote that says how many units were asked for. */
const quoteFor = ({ body }: Call): AppAnswer => {
  const { selection, method } = body as ShopperQuoteBody;
  const units =
    selection.kind === 'order'
      ? 4
      : selection.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return ok(
    quote({
      method,
      total: `€${units}.00`,
      refunds: [{ method: 'Visa', amount: `€${units}.00` }],
      shown: { amount: `${units}.00`, currencyCode: 'EUR' },
    }),
  );
};

/** An app that offers a view and quotes every choice. */
const offering =
  (view = offered()) =>
  (call: Call): AppAnswer =>
    isQuote(call) ? quoteFor(call) : ok(call.method === 'POST' ? cancelling() : view);

/** Chooses, and waits for the quote to be asked for and answered. */
async function choose(...choices: [string, string | boolean][]): Promise<void> {
  for (const [label, value] of choices) await fill(label, value);
  await vi.advanceTimersByTimeAsync(500);
}

describe('choosing items', () => {
  it('shows the items only to whoever wants to choose', async () => {
    await open(offering());
    expect(document.querySelector('s-number-field')).toBeNull();
    await choose([SCOPE, 'lines']);
    expect(pageText()).toContain('3 × Mug');
    expect(field(MUGS).getAttribute('max')).toBe('3');
  });

  it('quotes what is chosen, and confirms exactly that with the amount that was shown', async () => {
    await open(offering());
    await choose([SCOPE, 'lines'], [MUGS, '2']);
    expect(pageText()).toContain('Refund to Visa€2.00');
    await fill('Why are you cancelling?', 'changed_mind');
    await pressWhenReady('Cancel items');
    const wanted = {
      selection: { kind: 'lines', lines: [{ id: '2', quantity: 2 }] },
      method: 'original',
    };
    expect(asked()).toEqual([wanted]);
    expect(confirmed()).toEqual([
      {
        ...wanted,
        knownCancellationId: null,
        reasonId: 'changed_mind',
        comment: '',
        shown: { amount: '2.00', currencyCode: 'EUR' },
      },
    ]);
  });

  it('can be confirmed only once something is chosen and its quote is shown', async () => {
    let answer: (answer: AppAnswer) => void = () => undefined;
    await open((call) =>
      isQuote(call) ? new Promise<AppAnswer>((resolve) => (answer = resolve)) : ok(offered()),
    );
    await choose([SCOPE, 'lines']);
    expect(isDisabled(confirmButton())).toBe(true);
    expect(pageText()).toContain('Choose what you want to cancel.');
    await choose([KETTLE, true]);
    expect(isDisabled(confirmButton())).toBe(true);
    expect(document.querySelector('s-spinner')).not.toBeNull();
    answer(ok(quote({ refunds: [{ method: 'Visa', amount: '€25.00' }] })));
    await choose();
    expect(pageText()).toContain('Refund to Visa€25.00');
    await vi.advanceTimersByTimeAsync(READING_MS);
    expect(isDisabled(confirmButton())).toBe(false);
  });

  it('asks once for several quick changes, and drops the answer to what is no longer chosen', async () => {
    const answers: ((answer: AppAnswer) => void)[] = [];
    await open((call) =>
      isQuote(call)
        ? new Promise<AppAnswer>((resolve) => answers.push(() => resolve(quoteFor(call))))
        : ok(offered()),
    );
    await fill(SCOPE, 'lines');
    await fill(MUGS, '1');
    await choose([MUGS, '2']);
    expect(asked()).toHaveLength(1);
    await choose([MUGS, '3']);
    const [first, second] = answers;
    second?.(ok(null));
    await choose();
    first?.(ok(null));
    await choose();
    expect(pageText()).toContain('Refund to Visa€3.00');
  });

  it('goes back to the whole order without asking again', async () => {
    await open(offering());
    await choose([SCOPE, 'lines'], [KETTLE, true]);
    await choose([SCOPE, 'order']);
    expect(pageText()).toContain('Refund to Visa€30.00');
    expect(asked()).toHaveLength(1);
  });

  it('says why a choice is not possible, and confirms nothing', async () => {
    await open((call) => (isQuote(call) ? refused(422, 'free_item_left') : ok(offered())));
    await choose([SCOPE, 'lines'], [KETTLE, true]);
    expect(pageText()).toContain('choose the free item as well');
    await fill('Why are you cancelling?', 'changed_mind');
    await pressWhenReady('Cancel items');
    expect(confirmed()).toEqual([]);
  });

  it('can ask again for a quote that did not come', async () => {
    await open((call) => (isQuote(call) ? 'lost' : ok(offered())));
    await choose([SCOPE, 'lines'], [KETTLE, true]);
    expect(pageText()).toContain('cannot be reached');
    app.answers = offering();
    await press('Try again');
    await choose();
    expect(pageText()).toContain('Refund to Visa€1.00');
  });

  it('quotes anew what was refused, so that the next confirmation is of amounts that hold', async () => {
    let price = '€9.00';
    await open((call) => {
      if (isQuote(call)) return ok(quote({ refunds: [{ method: 'Visa', amount: price }] }));
      if (call.method === 'GET') return ok(offered());
      price = '€8.00';
      return refused(409, 'amount_changed');
    });
    await choose([SCOPE, 'lines'], [KETTLE, true]);
    await fill('Why are you cancelling?', 'changed_mind');
    await pressWhenReady('Cancel items');
    await choose();
    expect(pageText()).toContain('has changed since this page was opened');
    expect(pageText()).toContain('Refund to Visa€8.00');
  });

  it('never sends more units than there are, nor anything that is no number', async () => {
    await open(offering());
    await choose([SCOPE, 'lines'], [MUGS, '99']);
    expect(asked()).toMatchObject([{ selection: { lines: [{ id: '2', quantity: 3 }] } }]);
    await choose([MUGS, 'many']);
    expect(pageText()).toContain('Choose what you want to cancel.');
  });

  it('case 38: shows what has to stay with the reason beside it', async () => {
    const lines = [
      line({ id: '1', cancellable: 0, refusals: [refusal('excluded_final_sale')] }),
      line({ id: '2', title: 'Mug', quantity: 3 }),
    ];
    await open(offering(offered({ lines })));
    await choose([SCOPE, 'lines']);
    expect(isDisabled(field(KETTLE))).toBe(true);
    expect(element('s-grid', 'Enamel kettle').textContent).toContain('Final sale');
  });

  it('shows the merchant’s own words for what they left out', async () => {
    const own = { code: 'excluded', message: 'Engraved by hand: no way back.' };
    const lines = [line({ cancellable: 0, refusals: [own] }), line({ id: '2', title: 'Mug' })];
    await open(offering(offered({ lines })));
    await choose([SCOPE, 'lines']);
    expect(pageText()).toContain('Engraved by hand: no way back.');
  });

  it('case 41: moves the lines of a bundle together, in the proportion in which they were bought', async () => {
    const lines = [
      line({ id: '1', title: 'Pot', quantity: 2, bundle: 'tea for two' }),
      line({ id: '2', title: 'Cup', quantity: 4, bundle: 'tea for two' }),
      line({ id: '3', title: 'Mug' }),
    ];
    await open(offering(offered({ lines })));
    await choose([SCOPE, 'lines'], ['Quantity to cancel: Pot, Cup', '1']);
    expect(pageText()).toContain('These items belong together.');
    expect(asked()).toMatchObject([
      {
        selection: {
          lines: [
            { id: '1', quantity: 1 },
            { id: '2', quantity: 2 },
          ],
        },
      },
    ]);
  });

  it('takes all units of an item or none where the shop wants it so', async () => {
    await open(offering(offered({ what: 'lines' })));
    await choose([SCOPE, 'lines'], ['Cancel Mug', true]);
    expect(asked()).toMatchObject([{ selection: { lines: [{ id: '2', quantity: 3 }] } }]);
  });

  it.each([
    ['the shop takes back whole orders only', { what: 'whole_order' as const }],
    ['there is only one thing to choose', { lines: [line()] }],
    ['no item can be cancelled on its own', { lines: [line({ quantity: 2, cancellable: 0 })] }],
  ])('is not offered when %s', async (_why, given) => {
    await open(offering(offered(given)));
    expect(document.querySelector('s-choice-list')).toBeNull();
    await fill('Why are you cancelling?', 'changed_mind');
    await pressWhenReady('Cancel order');
    expect(confirmed()).toMatchObject([{ selection: { kind: 'order' } }]);
  });

  it('case 34: is all there is when part of the order was sent, and says why', async () => {
    const notWhole = [refusal('partly_fulfilled')];
    await open(offering(offered({ notWhole, quote: null })));
    expect(element('s-banner').getAttribute('heading')).toContain('cannot be cancelled as a whole');
    expect(pageText()).toContain('already been sent');
    expect(document.querySelector('s-choice-list')).toBeNull();
    await choose([MUGS, '1']);
    await fill('Why are you cancelling?', 'changed_mind');
    await pressWhenReady('Cancel items');
    expect(confirmed()).toMatchObject([{ selection: { kind: 'lines' } }]);
  });

  it('asks for a request where the shop decides about the chosen items only', async () => {
    await open((call) => ok(isQuote(call) ? quote({ handling: 'review' }) : offered()));
    expect(confirmButton().textContent).toBe('Cancel order');
    await choose([SCOPE, 'lines'], [KETTLE, true]);
    expect(confirmButton().textContent).toBe('Request cancellation');
    expect(pageText()).toContain('review your request');
  });
});

describe('choosing how the money comes back', () => {
  const methods = [
    { method: 'original', bonus: null },
    { method: 'store_credit', bonus: '5 %' },
  ] as const;

  it('shows every way with what it brings on top, and quotes and sends the one that is chosen', async () => {
    await open(offering(offered({ methods })));
    expect(pageText()).toContain('Original payment method');
    expect(pageText()).toContain('Store credit (5 % extra)');
    await choose(['How do you want to be refunded?', 'store_credit']);
    await fill('Why are you cancelling?', 'changed_mind');
    await pressWhenReady('Cancel order');
    expect(asked()).toEqual([{ selection: { kind: 'order' }, method: 'store_credit' }]);
    expect(confirmed()).toMatchObject([{ method: 'store_credit', shown: { amount: '4.00' } }]);
  });

  it('falls back to a way that is still offered', async () => {
    await open(offering(offered({ methods })));
    await choose(['How do you want to be refunded?', 'store_credit']);
    app.answers = offering();
    await vi.advanceTimersByTimeAsync(10_000);
    await fill('Why are you cancelling?', 'changed_mind');
    await pressWhenReady('Cancel order');
    expect(confirmed()).toMatchObject([{ method: 'original' }]);
  });
});
