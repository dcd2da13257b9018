import type { ShopperOffer } from '../../../../app/presentation/shopper-view.ts';
import { enteredValue } from '../../../shared/entered-value.ts';
import { moment, type Words } from '../words.ts';
import { WhatComesBack } from './what-comes-back.tsx';

export type Offer = Extract<ShopperOffer, { available: true }>;

/** What the shopper has entered. */
export interface Entry {
  readonly reasonId: string;
  readonly comment: string;
}

/**
 * What the form shows: what was entered, as far as it still fits the offer. To begin with, the first
 * reason in the merchant's order is chosen: the common case then is one click, and every other reason
 * is in plain sight.
 */
export function entryFor(offer: Offer, entered: Entry | null): Entry {
  const { reasonId = '', comment = '' } = entered ?? {};
  const known = offer.reasons.some(({ id }) => id === reasonId);
  return { reasonId: known ? reasonId : (offer.reasons[0]?.id ?? ''), comment };
}

/** Whether the comment is longer than the app takes. */
export function commentTooLong(offer: Offer, { comment }: Entry): boolean {
  return comment.length > offer.commentLimit;
}

interface RequestFormProps {
  readonly offer: Offer;
  readonly entry: Entry;
  readonly disabled: boolean;
  readonly words: Words;
  readonly onChange: (entry: Entry) => void;
}

/** What cancelling means for this order, why the shopper cancels, and anything they want to add. */
export function RequestForm({ offer, entry, disabled, words, onChange }: RequestFormProps) {
  const t = words.translate;
  return (
    <s-stack gap="large">
      <s-paragraph>
        {t(`form.${offer.handling}`)}
        {offer.closesAt === null
          ? ''
          : ` ${t('form.until', { time: moment(words, offer.closesAt) })}`}
      </s-paragraph>
      <s-stack gap="small-200">
        <s-heading>{t('comesBack.heading')}</s-heading>
        <WhatComesBack comesBack={offer.comesBack} t={t} />
      </s-stack>
      <s-select
        label={t('form.reason')}
        value={entry.reasonId}
        disabled={disabled}
        required
        onChange={(event: Event) => onChange({ ...entry, reasonId: enteredValue(event) })}
      >
        {offer.reasons.map(({ id, label }) => (
          <s-option key={id} value={id}>
            {label}
          </s-option>
        ))}
      </s-select>
      <s-text-area
        label={t('form.comment')}
        value={entry.comment}
        rows={3}
        maxLength={offer.commentLimit}
        disabled={disabled}
        {...(commentTooLong(offer, entry)
          ? { error: t('form.commentTooLong', { limit: offer.commentLimit }) }
          : {})}
        onInput={(event: Event) => onChange({ ...entry, comment: enteredValue(event) })}
      />
    </s-stack>
  );
}
