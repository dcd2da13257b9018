import type { ReactElement } from 'react';

import {
  type Entry,
  type Offer,
  entryFor,
  wantedOf as chosenIn,
} from '../../../extensions/cancel-order/src/entry.ts';
import { nextLook } from '../../../extensions/cancel-order/src/asking/next-look.ts';
import {
  type ShopperOrder,
  type WantedCancellation,
  quote,
  readShopperOrder,
} from '../../application/order/read-shopper-order.ts';
import { askedByShopper } from '../../application/cancellation/open/asked-by-shopper.ts';
import { openCancellation } from '../../application/cancellation/open/open-cancellation.ts';
import { withdrawRequest } from '../../application/cancellation/withdraw-request.ts';
import type { Container } from '../../container.server.ts';
import { type OrderId, type ShopDomain, parseCancellationId } from '../../domain/ids.ts';
import { isCurrencyCode, parseMoney } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { statusOf } from '../../http/server/refused.ts';
import { shopContactFor } from '../../http/shopper/shop-contact.ts';
import { wantedOf } from '../../http/shopper/wanted-cancellation.ts';
import { presentShopperOrder } from '../../presentation/shopper/present-shopper-order.ts';
import { presentQuote } from '../../presentation/shopper/present-shopper-quote.ts';
import type { ShopperQuote } from '../../contract/shopper/shopper-view.ts';
import { refusalTexts } from '../../presentation/shopper/window-words.ts';
import { Notice } from './notice.tsx';
import { OrderPage } from './order-page.tsx';
import type { GuestPage } from './page.ts';
import type { Chosen, Step } from './steps.ts';
import { presentShopperRefusal } from '../../presentation/refusal/shopper-refusal.ts';

/** The steps of somebody who has proved that an order is theirs. */
export type OrderStep = Exclude<Step, { readonly step: 'ask' | 'code' }>;

/** Whose order it is, and the page it is shown on. */
export interface GuestOrder {
  readonly container: Container;
  readonly shop: ShopDomain;
  readonly orderId: OrderId;
  readonly page: GuestPage;
  /** What opens the order, for the page's forms and address. */
  readonly token: string;
}

/** What comes of a step: it was done, and the order's page shows what came of it; or something to show. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'shown'; readonly status: number; readonly content: ReactElement };

type Asked<T> = Result<T, readonly Refusal[]>;

const GUEST = { kind: 'guest' } as const;

/** Draws the order as it is, with what was chosen of it. */
export const lookAtOrder = (
  guest: GuestOrder,
  { chosen }: { readonly chosen: Chosen | null },
): Promise<Outcome> => draw(guest, chosen ? enteredIn(chosen) : {}, chosen !== null, []);

/** Does what a step asks for, or draws the order with why it was not done. */
export async function takeOrderStep(guest: GuestOrder, sent: OrderStep): Promise<Outcome> {
  switch (sent.step) {
    case 'withdraw': {
      const { container, shop, orderId } = guest;
      const withdrawn = await withdrawRequest(container, shop, GUEST, orderId);
      return withdrawn.ok ? { kind: 'done' } : draw(guest, {}, false, withdrawn.error);
    }
    case 'confirm': {
      const requested = await request(guest, sent);
      return requested.ok ? { kind: 'done' } : draw(guest, enteredIn(sent), true, requested.error);
    }
  }
}

type Entered = Partial<Entry>;
type Confirmation = Extract<OrderStep, { readonly step: 'confirm' }>;

function enteredIn(sent: Chosen & Partial<Pick<Confirmation, 'reasonId' | 'comment'>>): Entered {
  const { scope, method, reasonId = '', comment = '', taken } = sent;
  return { ...(scope && { scope }), ...(method && { method }), reasonId, comment, taken };
}

/** Asks for the cancellation of what was entered, for the amount that was shown with it. */
async function request(guest: GuestOrder, sent: Confirmation): Promise<Asked<unknown>> {
  const { container, shop, orderId } = guest;
  const { shownAmount, shownCurrency, reasonId, comment } = sent;
  const shown = isCurrencyCode(shownCurrency) ? parseMoney(shownAmount, shownCurrency) : null;
  if (!shown) return err([{ code: 'amount_malformed' }]);
  const read = await readShopperOrder(container, shop, GUEST, orderId, 'show');
  if (!read.ok) return read;
  const { offer } = presentShopperOrder(read.value, guest.page.language, null);
  // A second press of the button finds the cancellation that the first one made.
  const wanted = offer.available ? wantedIn(offer, enteredIn(sent)) : ok(WHOLE_ORDER);
  if (!wanted.ok) return wanted;
  const asker = askedByShopper(GUEST, 'guest_page', {
    ...wanted.value,
    known: parseCancellationId(sent.known),
    reasonId,
    comment,
    shown,
  });
  return openCancellation(container, shop, orderId, asker);
}

const WHOLE_ORDER: WantedCancellation = { selection: { kind: 'order' }, method: 'original' };

function wantedIn(offer: Offer, entered: Entered): Asked<WantedCancellation> {
  const chosen = chosenIn(offer, entryFor(offer, entered));
  return chosen ? wantedOf(chosen) : err([{ code: 'nothing_selected' }]);
}

async function draw(
  guest: GuestOrder,
  entered: Entered,
  isChosen: boolean,
  refused: readonly Refusal[],
): Promise<Outcome> {
  const { container, shop, orderId, page, token } = guest;
  const { language } = page;
  const inWords = (refusals: readonly Refusal[]): readonly string[] =>
    refusalTexts(
      refusals.map((refusal) => presentShopperRefusal(refusal, language)),
      page.window,
    );
  const read = await readShopperOrder(container, shop, GUEST, orderId, 'show');
  if (!read.ok) {
    const content = <NotShown page={page} token={token} texts={inWords(read.error)} />;
    return { kind: 'shown', status: statusOf(read.error), content };
  }
  const view = presentShopperOrder(
    read.value,
    language,
    await shopContactFor(container, read.value),
  );
  const quoted = view.offer.available
    ? quoteFor(read.value, view.offer, entered, language)
    : ok(null);
  const isReason = ({ code }: Refusal): boolean => code === 'unknown_reason';
  const faults = refused.length > 0 || quoted.ok ? refused : quoted.error;
  const content = (
    <OrderPage
      page={page}
      token={token}
      view={view}
      timeZone={read.value.order.shopTimeZone}
      entered={entered}
      isChosen={isChosen}
      quote={quoted.ok ? quoted.value : null}
      nextLookMs={nextLook(view, 0, container.clock.now())}
      isReasonMissing={faults.some(isReason)}
      faults={inWords(faults.filter((fault) => !isReason(fault)))}
    />
  );
  return { kind: 'shown', status: refused.length > 0 ? statusOf(refused) : 200, content };
}

/** Why the order is not shown, with a way to look again. */
function NotShown({
  page,
  token,
  texts,
}: {
  readonly page: GuestPage;
  readonly token: string;
  readonly texts: readonly string[];
}) {
  return (
    <>
      <Notice role="alert" texts={texts} />
      <a className="unorder-button" href={page.orderAddress(token)}>
        {page.t('error.tryAgain')}
      </a>
    </>
  );
}

/** What the entered choice would bring; null as long as nothing is chosen. */
function quoteFor(
  { policy, order, evaluation, before, states, offer: offered }: ShopperOrder,
  offer: Offer,
  entered: Entered,
  language: string,
): Asked<ShopperQuote | null> {
  const chosen = chosenIn(offer, entryFor(offer, entered));
  if (!chosen || !offered.available) return ok(null);
  const wanted = wantedOf(chosen);
  if (!wanted.ok) return wanted;
  const { rule, methods } = offered;
  const quoted = quote({ policy, order, evaluation, before, rule, methods, states }, wanted.value);
  return quoted.ok ? ok(presentQuote(quoted.value, order, language)) : quoted;
}
