import {
  type Entry,
  type Item,
  type Offer,
  canChooseItems,
  itemsOf,
  needsComment,
} from '../../../extensions/cancel-order/src/entry.ts';
import type { ShopperQuote } from '../../presentation/shopper-view.ts';
import { refusalTexts } from '../../presentation/window-words.ts';
import { Reckoning } from './amounts.tsx';
import { Notice } from './notice.tsx';
import type { GuestPage } from './page.ts';
import { StepForm } from './step-form.tsx';
import { takeField } from './steps.ts';

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
}

/**
 * What is cancelled, what that brings, and why: one form with two ends. The first shows what the present
 * choice would bring; the second confirms the amount that is shown, and is refused when the choice no longer
 * comes to it.
 */
export function RequestForm(props: Props) {
  const { page, token, known, offer, entry, quote, moment } = props;
  const { t } = page;
  const handling = quote?.handling ?? offer.handling;
  const shown = quote && {
    shownAmount: quote.shown.amount,
    shownCurrency: quote.shown.currencyCode,
  };
  return (
    <StepForm page={page} hidden={{ token, known, ...shown }}>
      <p>
        {t(`form.intro.${handling}.${entry.scope}`)}
        {offer.closesAt !== null && ` ${t('form.until', { time: moment(offer.closesAt) })}`}
      </p>
      <Choices {...props} />
      <h2>{t('comesBack.heading')}</h2>
      {quote ? <Reckoning quote={quote} t={t} /> : <p>{t('comesBack.choose')}</p>}
      <Reason {...props} />
      {quote && (
        <button className="unorder-button" type="submit" name="step" value="confirm">
          {t(`form.confirm.${handling}.${entry.scope}`)}
        </button>
      )}
    </StepForm>
  );
}

/** What can be chosen, with the button that reckons it; nothing where there is no choice. */
function Choices({ page, offer, entry }: Props) {
  const { t, language, words } = page;
  const canChoose = canChooseItems(offer);
  if (!canChoose && offer.methods.length < 2 && offer.notWhole === null) return null;
  return (
    <>
      {offer.notWhole !== null ? (
        <Notice
          role="status"
          heading={t('scope.onlyItems')}
          texts={refusalTexts(offer.notWhole, language)}
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
      <button
        className="unorder-button unorder-button-plain"
        type="submit"
        name="step"
        value="quote"
        formNoValidate
      >
        {words.order.update}
      </button>
    </>
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
function ItemRow({ page: { t, language }, item, taken }: ItemRowProps) {
  const { parts } = item;
  return (
    <li>
      {parts.map(({ line }) => (
        <Line key={line.id} line={line} t={t} language={language} />
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
  t,
  language,
}: {
  readonly line: Item['parts'][number]['line'];
} & Pick<GuestPage, 't' | 'language'>) {
  const { title, quantity, variantTitle, imageUrl, refusals } = line;
  return (
    <>
      {imageUrl === null ? <span /> : <img src={imageUrl} alt="" loading="lazy" />}
      <span className="unorder-line-text">
        <strong>
          {quantity === 1 ? title : t('items.count', { title, quantity: String(quantity) })}
        </strong>
        {variantTitle !== null && <span className="unorder-item">{variantTitle}</span>}
        {refusalTexts(refusals, language).map((text) => (
          <span key={text} className="unorder-item unorder-quiet">
            {text}
          </span>
        ))}
      </span>
    </>
  );
}

function Reason({ page: { t }, offer, entry }: Props) {
  return (
    <>
      <div className="unorder-field unorder-after">
        <label htmlFor="unorder-reason">{t('form.reason')}</label>
        <select id="unorder-reason" name="reasonId" defaultValue={entry.reasonId} required>
          {offer.reasons.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
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
