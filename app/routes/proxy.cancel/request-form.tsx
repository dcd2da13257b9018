import {
  type Entry,
  type Item,
  type Offer,
  canChooseItems,
  itemsOf,
  needsComment,
} from '../../../extensions/cancel-order/src/entry.ts';
import type { ShopperQuote } from '../../contract/shopper/shopper-view.ts';
import { refusalTexts } from '../../presentation/shopper/window-words.ts';
import { Breakdown } from './amounts.tsx';
import { Notice } from './notice.tsx';
import type { GuestPage } from './page.ts';
import { StepForm } from './step-form.tsx';
import { CHOSEN, takeField } from './steps.ts';

interface Props {
  readonly page: GuestPage;
  readonly token: string;
  /** The newest cancellation that the page shows; empty for none. */
  readonly known: string;
  readonly offer: Offer;
  readonly entry: Entry;
  /** For what is entered; null as long as that is nothing, or cannot be done. */
  readonly quote: ShopperQuote | null;
  readonly moment: (iso: string) => string;
  /** What to cancel was chosen, so that it is looked over now. */
  readonly isChosen: boolean;
  readonly isReasonMissing: boolean;
}

/**
 * What is cancelled and what that brings, in two looks where there is anything to choose: first the choice, then
 * what comes of it, with the reason and the button that confirms exactly that. Neither is the place of the other's
 * button, and the second has an address of its own to come back to.
 */
export function RequestForm(props: Props) {
  const { offer, quote, isChosen } = props;
  const hasChoice = canChooseItems(offer) || offer.methods.length > 1 || offer.notWhole !== null;
  if (hasChoice && !(isChosen && quote)) return <Choices {...props} />;
  return <Confirmation {...props} hasChoice={hasChoice} />;
}

function Introduction({ page: { t }, offer, entry, quote, moment }: Props) {
  const handling = quote?.handling ?? offer.handling;
  return (
    <p>
      {t(`form.intro.${handling}.${entry.scope}`)}
      {offer.closesAt !== null && ` ${t('form.until', { time: moment(offer.closesAt) })}`}
    </p>
  );
}

/** What was chosen, what it brings, and why; confirmed for the amount that is shown, and refused for another. */
function Confirmation(props: Props & { readonly hasChoice: boolean }) {
  const { page, token, known, offer, entry, quote, hasChoice } = props;
  const { t } = page;
  const handling = quote?.handling ?? offer.handling;
  const shown = quote && {
    shownAmount: quote.shown.amount,
    shownCurrency: quote.shown.currencyCode,
  };
  return (
    <StepForm
      page={page}
      hidden={{ step: 'confirm', token, known, ...shown, ...chosenFields(entry) }}
    >
      <Introduction {...props} />
      {hasChoice && (
        <>
          <h2>{t('given.items')}</h2>
          <ChosenItems page={page} offer={offer} entry={entry} />
          <p>
            <a href={page.orderAddress(token)}>{page.say('guest.order.change')}</a>
          </p>
        </>
      )}
      <h2>{t('comesBack.heading')}</h2>
      {quote ? <Breakdown quote={quote} t={t} /> : <p>{t('comesBack.choose')}</p>}
      <Reason {...props} />
      {quote && (
        <button className="unorder-button unorder-confirm" type="submit">
          {t(`form.confirm.${handling}.${entry.scope}`)}
        </button>
      )}
    </StepForm>
  );
}

/** The choice as the form carries it on. */
const chosenFields = ({ scope, method, taken }: Entry): Readonly<Record<string, string>> => ({
  scope,
  method,
  ...Object.fromEntries(
    Object.entries(taken)
      .filter(([, count]) => count > 0)
      .map(([key, count]) => [takeField(key), String(count)]),
  ),
});

function ChosenItems({ page: { t }, offer, entry }: Pick<Props, 'page' | 'offer' | 'entry'>) {
  if (entry.scope === 'order') return <p>{t('scope.order')}</p>;
  return (
    <ul>
      {itemsOf(offer).flatMap(({ key, parts }) => {
        const taken = entry.taken[key] ?? 0;
        return parts
          .filter(() => taken > 0)
          .map(({ line: { id, title }, units }) => (
            <li key={id}>{t('items.count', { title, quantity: taken * units })}</li>
          ));
      })}
    </ul>
  );
}

/** What can be chosen, with the button that leads to what it brings. */
function Choices(props: Props) {
  const { page, token, offer, entry, isChosen } = props;
  const { t, say } = page;
  const canChoose = canChooseItems(offer);
  return (
    <StepForm page={page} method="get" hidden={{ order: token, [CHOSEN]: '1' }}>
      <Introduction {...props} />
      {isChosen && <Notice role="alert" texts={[t('comesBack.choose')]} />}
      {offer.notWhole !== null ? (
        <Notice
          role="status"
          heading={t('scope.onlyItems')}
          texts={refusalTexts(offer.notWhole, page.window)}
        />
      ) : (
        canChoose && (
          <fieldset>
            <legend>{t('scope.label')}</legend>
            <Choice name="scope" value="order" chosen={entry.scope} label={t('scope.order')} />
            <Choice name="scope" value="lines" chosen={entry.scope} label={t('scope.lines')} />
          </fieldset>
        )
      )}
      {canChoose && (
        <fieldset className="unorder-items">
          <legend>{t('items.label')}</legend>
          <ul className="unorder-lines">
            {itemsOf(offer).map((item) => (
              <ItemRow key={item.key} page={page} item={item} taken={entry.taken[item.key] ?? 0} />
            ))}
          </ul>
        </fieldset>
      )}
      {offer.methods.length > 1 && (
        <fieldset>
          <legend>{t('method.label')}</legend>
          {offer.methods.map(({ method, bonus }) => (
            <Choice
              key={method}
              name="method"
              value={method}
              chosen={entry.method}
              label={
                t(`method.${method}`) + (bonus === null ? '' : ` (${t('method.bonus', { bonus })})`)
              }
            />
          ))}
        </fieldset>
      )}
      <button className="unorder-button" type="submit">
        {say('guest.order.update')}
      </button>
    </StepForm>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly chosen: string;
  readonly label: string;
}

const Choice = ({ name, value, chosen, label }: ChoiceProps) => (
  <label className="unorder-choice">
    <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
    <span>{label}</span>
  </label>
);

interface ItemRowProps {
  readonly page: GuestPage;
  readonly item: Item;
  readonly taken: number;
}

/** An item with how much of it is cancelled; what has to stay says why. */
function ItemRow({ page, item, taken }: ItemRowProps) {
  const { t } = page;
  const { parts } = item;
  return (
    <li>
      {parts.map(({ line }) => (
        <Line key={line.id} line={line} window={page.window} />
      ))}
      {parts.length > 1 && (
        <span className="unorder-line-text unorder-quiet">{t('items.together')}</span>
      )}
      <HowMany item={item} taken={taken} t={t} />
    </li>
  );
}

/** A box to tick where there is one way to take it, a number where there are more, nothing for none. */
function HowMany({
  item: { key, parts, most },
  taken,
  t,
}: Pick<ItemRowProps, 'item' | 'taken'> & Pick<GuestPage, 't'>) {
  if (most === 0) return null;
  const title = parts.map(({ line }) => line.title).join(', ');
  const name = takeField(key);
  if (most === 1) {
    return (
      <label className="unorder-choice unorder-how-many">
        <input type="checkbox" name={name} value="1" defaultChecked={taken > 0} />
        <span>{t('items.cancel', { title })}</span>
      </label>
    );
  }
  return (
    <label className="unorder-how-many">
      <span className="unorder-item">{t('items.howMany', { title })}</span>
      <input type="number" name={name} min={0} max={most} step={1} defaultValue={taken} />
    </label>
  );
}

function Line({
  line,
  window,
}: {
  readonly line: Item['parts'][number]['line'];
} & Pick<GuestPage, 'window'>) {
  const { t } = window;
  const { title, quantity, variantTitle, imageUrl, refusals } = line;
  return (
    <>
      {imageUrl === null ? <span /> : <img src={imageUrl} alt="" loading="lazy" />}
      <span className="unorder-line-text">
        <strong>{quantity === 1 ? title : t('items.count', { title, quantity })}</strong>
        {variantTitle !== null && <span className="unorder-item">{variantTitle}</span>}
        {refusalTexts(refusals, window).map((text) => (
          <span key={text} className="unorder-item unorder-quiet">
            {text}
          </span>
        ))}
      </span>
    </>
  );
}

/** Nothing is chosen for the visitor: a reason that stands there already would say nothing. */
function Reason({ page: { t }, offer, entry, isReasonMissing }: Props) {
  const { reasons } = offer;
  return (
    <>
      <div className="unorder-field unorder-after">
        <label htmlFor="unorder-reason">{t('form.reason')}</label>
        <select
          id="unorder-reason"
          name="reasonId"
          defaultValue={entry.reasonId}
          required
          {...(isReasonMissing && {
            'aria-invalid': true,
            'aria-describedby': 'unorder-reason-fault',
          })}
        >
          <option value="">{t('form.chooseReason')}</option>
          {reasons.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        {isReasonMissing && (
          <span id="unorder-reason-fault" className="unorder-fault" role="alert">
            {t('form.reasonNeeded')}
          </span>
        )}
      </div>
      <div className="unorder-field">
        <label htmlFor="unorder-comment">
          {t(needsComment(offer, entry.reasonId) ? 'form.neededComment' : 'form.comment')}
        </label>
        <textarea
          id="unorder-comment"
          name="comment"
          rows={3}
          maxLength={offer.commentLimit}
          defaultValue={entry.comment}
        />
      </div>
    </>
  );
}
