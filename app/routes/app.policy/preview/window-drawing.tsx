import type {
  WindowChoice,
  WindowNotice,
  WindowPicture,
} from '../../../contract/policy/window-picture.ts';
import styles from './window-drawing.module.css';

/** The customer's window as it would open for them; a picture, nothing in it can be pressed. */
export function WindowDrawing({ picture }: { readonly picture: WindowPicture }) {
  const { content } = picture;
  return (
    <figure className={styles['window']} lang={picture.language} aria-label={picture.heading}>
      <figcaption className={styles['heading']}>{picture.heading}</figcaption>
      {content.kind === 'offer' ? <Offer content={content} /> : <Notice of={content.notice} />}
      <p className={styles['link']}>{picture.policyLink}</p>
      <div className={styles['buttons']}>
        {content.kind === 'offer' ? (
          <>
            <span className={styles['secondary']}>{content.keep}</span>
            <span className={styles['primary']}>{content.confirm}</span>
          </>
        ) : (
          <span className={styles['secondary']}>{content.close}</span>
        )}
      </div>
    </figure>
  );
}

type OfferContent = Extract<WindowPicture['content'], { kind: 'offer' }>;

function Offer({ content }: { readonly content: OfferContent }) {
  const { introduction, scope, onlyItems, items, method, money, reason, comment } = content;
  return (
    <>
      <p>{introduction}</p>
      {onlyItems && <Notice of={onlyItems} />}
      {scope && <Choices of={scope} />}
      {items.length > 0 && (
        <ul className={styles['items']}>
          {items.map(({ name, variant, notes, possible }, index) => (
            <li key={index} data-possible={possible}>
              <strong>{name}</strong>
              {variant !== null && <span>{variant}</span>}
              {notes.map((note) => (
                <small key={note}>{note}</small>
              ))}
            </li>
          ))}
        </ul>
      )}
      {method && <Choices of={method} />}
      <section>
        <h3>{money.heading}</h3>
        <Amounts rows={money.breakdown} />
        <Amounts rows={money.payments} />
        {money.notes.map((note) => (
          <p key={note} className={styles['quiet']}>
            {note}
          </p>
        ))}
      </section>
      <div className={styles['field']}>
        <span>{reason.label}</span>
        <span className={styles['select']}>{reason.choices[0]}</span>
      </div>
      <div className={styles['field']}>
        <span>{comment}</span>
        <span className={styles['area']} />
      </div>
    </>
  );
}

function Choices({ of: { label, choices, chosen } }: { readonly of: WindowChoice }) {
  return (
    <div className={styles['choices']}>
      <span>{label}</span>
      {choices.map((choice, index) => (
        <span key={choice} className={styles['choice']} data-chosen={index === chosen}>
          {choice}
        </span>
      ))}
    </div>
  );
}

function Amounts({ rows }: { readonly rows: OfferContent['money']['breakdown'] }) {
  if (rows.length === 0) return null;
  return (
    <dl className={styles['amounts']}>
      {rows.map(({ text, amount, strong }, index) => (
        <div key={index} data-strong={strong}>
          <dt>{text}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notice({ of: { heading, texts } }: { readonly of: WindowNotice }) {
  return (
    <div className={styles['notice']}>
      <strong>{heading}</strong>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
