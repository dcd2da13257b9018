import type { ComponentChildren } from 'preact';

import { chosenValue, enteredValue } from '../../../shared/entered-value.ts';
import { canChooseItems, type Entry, needsComment, type Offer } from '../entry.ts';
import type { Quoting } from '../asking/use-quote.ts';
import { moment, type Words } from '../words.ts';
import { ItemPicker } from './item-picker.tsx';
import { Breakdown } from './breakdown.tsx';
import { Refusals } from './refusals.tsx';
import { LegalNote } from './way-on.tsx';

interface RequestFormProps {
  readonly offer: Offer;
  readonly entry: Entry;
  readonly quoting: Quoting;
  readonly handling: Offer['handling'];
  readonly isReasonMissing: boolean;
  readonly commentFault: 'tooLong' | 'needed' | null;
  readonly disabled: boolean;
  readonly words: Words;
  readonly onChange: (entry: Entry) => void;
  readonly onAskAgain: () => void;
}

/** What is cancelled, what that brings, why, and anything the shopper wants to add. */
export function RequestForm(props: RequestFormProps) {
  const { offer, entry, handling, words, quoting, onAskAgain } = props;
  const t = words.translate;
  return (
    <s-stack gap="large">
      <s-paragraph>
        {t(`form.intro.${handling}.${entry.scope}`)}
        {offer.closesAt === null
          ? ''
          : ` ${t('form.until', { time: moment(words, offer.closesAt) })}`}
      </s-paragraph>
      <Scope {...props} />
      {entry.scope === 'lines' && <ItemPicker {...props} />}
      {offer.methods.length > 1 && <Method {...props} />}
      <Breakdown quoting={quoting} words={words} onAskAgain={onAskAgain} />
      <Reason {...props} />
      <Comment {...props} />
      <LegalNote t={t} />
    </s-stack>
  );
}

/** The whole order or some of it; or why it cannot be the whole any more. */
function Scope({ offer, entry, disabled, words, onChange }: RequestFormProps) {
  const t = words.translate;
  if (offer.notWhole !== null) {
    return (
      <s-banner tone="info" heading={t('scope.onlyItems')}>
        <Refusals refusals={offer.notWhole} t={t} />
      </s-banner>
    );
  }
  if (!canChooseItems(offer)) return null;
  return (
    <Choices
      label={t('scope.label')}
      chosen={entry.scope}
      disabled={disabled}
      onChoose={(chosen) => onChange({ ...entry, scope: chosen === 'lines' ? 'lines' : 'order' })}
    >
      <s-choice value="order">{t('scope.order')}</s-choice>
      <s-choice value="lines">{t('scope.lines')}</s-choice>
    </Choices>
  );
}

function Method({ offer: { methods }, entry, disabled, words, onChange }: RequestFormProps) {
  const t = words.translate;
  return (
    <Choices
      label={t('method.label')}
      chosen={entry.method}
      disabled={disabled}
      onChoose={(chosen) => {
        const method = methods.find((one) => one.method === chosen)?.method;
        onChange({ ...entry, method: method ?? entry.method });
      }}
    >
      {methods.map(({ method, bonus }) => (
        <s-choice key={method} value={method}>
          {t(`method.${method}`)}
          {bonus === null ? '' : ` (${t('method.bonus', { bonus })})`}
        </s-choice>
      ))}
    </Choices>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly chosen: string;
  readonly disabled: boolean;
  readonly onChoose: (value: string) => void;
  readonly children: ComponentChildren;
}

/** One of several, all in sight. */
function Choices({ label, chosen, disabled, onChoose, children }: ChoicesProps) {
  return (
    <s-choice-list
      label={label}
      values={[chosen]}
      disabled={disabled}
      onChange={(event: Event) => onChoose(chosenValue(event))}
    >
      {children}
    </s-choice-list>
  );
}

function Reason({ offer, entry, isReasonMissing, disabled, words, onChange }: RequestFormProps) {
  const t = words.translate;
  return (
    <s-select
      label={t('form.reason')}
      placeholder={t('form.chooseReason')}
      value={entry.reasonId}
      disabled={disabled}
      required
      {...(isReasonMissing ? { error: t('form.reasonNeeded') } : {})}
      onChange={(event: Event) => onChange({ ...entry, reasonId: enteredValue(event) })}
    >
      {offer.reasons.map(({ id, label }) => (
        <s-option key={id} value={id}>
          {label}
        </s-option>
      ))}
    </s-select>
  );
}

function Comment({ offer, entry, commentFault, disabled, words, onChange }: RequestFormProps) {
  const t = words.translate;
  const isNeeded = needsComment(offer, entry.reasonId);
  const error = {
    tooLong: () => ({ error: t('form.commentTooLong', { count: offer.commentLimit }) }),
    needed: () => ({ error: t('form.commentNeeded') }),
  };
  return (
    <s-text-area
      label={t(isNeeded ? 'form.neededComment' : 'form.comment')}
      value={entry.comment}
      rows={3}
      maxLength={offer.commentLimit}
      disabled={disabled}
      required={isNeeded}
      {...(commentFault === null ? {} : error[commentFault]())}
      onInput={(event: Event) => onChange({ ...entry, comment: enteredValue(event) })}
    />
  );
}
