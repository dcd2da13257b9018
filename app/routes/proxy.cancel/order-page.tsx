import { type Entry, entryFor } from '../../../extensions/cancel-order/src/entry.ts';
import type { ShopperQuote, ShopperView } from '../../contract/shopper/shopper-view.ts';
import { refusalTexts } from '../../presentation/shopper/window-words.ts';
import { CancellationStatus } from './cancellation-status.tsx';
import { LiveStatus } from './live-status.tsx';
import { Notice } from './notice.tsx';
import type { GuestPage } from './page.ts';
import { RequestForm } from './request-form.tsx';
import { inDateWords } from '../../messages/date-words.ts';

interface Props {
  readonly page: GuestPage;
  readonly token: string;
  readonly view: ShopperView;
  readonly timeZone: string;
  /** What the visitor entered before; empty for the first time. */
  readonly entered: Partial<Entry>;
  /** What to cancel was chosen, so that it is looked over now. */
  readonly isChosen: boolean;
  readonly quote: ShopperQuote | null;
  /** When something new may be known; null when nothing more happens by itself. */
  readonly nextLookMs: number | null;
  readonly isReasonMissing: boolean;
  /** Why what they did last was not done. */
  readonly faults: readonly string[];
}

/** The order as its buyer may see it: where its cancellation stands, and what can be cancelled now. */
export function OrderPage(props: Props) {
  const { page, token, view, timeZone, entered, isChosen, quote, faults } = props;
  const { nextLookMs, isReasonMissing } = props;
  const { t, language, say, policyAddress } = page;
  const { cancellation, earlier, offer } = view;
  const moment = (iso: string): string =>
    inDateWords(new Date(iso), language, {
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
      timeZoneName: 'short',
    });
  return (
    <>
      <h2>{say('guest.order.heading', { order: view.orderName })}</h2>
      <Notice role="alert" texts={faults} />
      {cancellation && (
        <LiveStatus nextLookMs={nextLookMs}>
          <CancellationStatus {...{ page, token, cancellation, moment }} />
        </LiveStatus>
      )}
      {earlier.length > 0 && <EarlierCancellations earlier={earlier} t={t} />}
      {offer.available ? (
        <section className={cancellation ? 'unorder-more' : ''}>
          {cancellation && <h2>{t(offer.notWhole ? 'menu.cancelItems' : 'menu.cancelOrder')}</h2>}
          <RequestForm
            known={cancellation?.id ?? ''}
            entry={entryFor(offer, entered)}
            {...{ page, token, offer, quote, moment, isChosen, isReasonMissing }}
          />
        </section>
      ) : (
        !cancellation && (
          <Notice
            role="status"
            heading={t('unavailable.heading')}
            texts={refusalTexts(offer.refusals, page.window)}
          />
        )
      )}
      {view.wayOn && <WayOn wayOn={view.wayOn} t={t} />}
      <p className="unorder-after">
        <a href={policyAddress}>{say('guest.policyLink')}</a>
      </p>
      {(offer.available || view.wayOn) && <p className="unorder-quiet">{t('legal')}</p>}
    </>
  );
}

function WayOn({
  wayOn: { contactUrl, returnsUrl },
  t,
}: { readonly wayOn: NonNullable<ShopperView['wayOn']> } & Pick<GuestPage, 't'>) {
  return (
    <p className="unorder-links unorder-after">
      <a href={contactUrl}>{t('wayOn.contact')}</a>
      {returnsUrl !== null && <a href={returnsUrl}>{t('wayOn.returns')}</a>}
    </p>
  );
}

function EarlierCancellations({ earlier, t }: Pick<ShopperView, 'earlier'> & Pick<GuestPage, 't'>) {
  return (
    <>
      <h3>{t('given.earlier')}</h3>
      <ul>
        {earlier.map(({ id, items, amount }) => (
          <li key={id}>
            {items.map(({ title, quantity }) => t('items.count', { title, quantity })).join(', ')}
            {amount !== null && ` (${amount})`}
          </li>
        ))}
      </ul>
    </>
  );
}
