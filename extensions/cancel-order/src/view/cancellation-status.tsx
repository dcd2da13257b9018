import type {
  ShopperCancellation,
  ShopperView,
} from '../../../../app/contract/shopper/shopper-view.ts';
import { declineText, type Translate, type Words } from '../words.ts';
import { Timeline } from './timeline.tsx';
import { WhatComesBack } from './what-comes-back.tsx';

type Tone = 'info' | 'success' | 'warning';

const TONES: Record<ShopperCancellation['status'], Tone> = {
  requested: 'info',
  in_review: 'info',
  awaiting_payment: 'info',
  in_progress: 'info',
  cancelled: 'success',
  completed: 'success',
  declined: 'warning',
  withdrawn: 'info',
  needs_attention: 'warning',
};

/** Where a cancellation stands, in words, with its way so far and what the shopper gave with it. */
export function CancellationStatus({
  cancellation,
  words,
}: {
  cancellation: ShopperCancellation;
  words: Words;
}) {
  const t = words.translate;
  const { status, declined, items, reason, comment, comesBack, timeline } = cancellation;
  const isUndone = status === 'declined' || status === 'withdrawn';
  const key = `status.${wordingOf(cancellation)}`;
  return (
    <s-stack gap="base">
      <s-banner tone={TONES[status]} heading={t(`${key}.heading`)}>
        {declined === null ? t(`${key}.text`) : declineText(t, declined)}
      </s-banner>
      {cancellation.standsStill && <s-text>{t('status.standsStill')}</s-text>}
      {declined !== null && declined.note !== null && (
        <Given label={t('given.shopNote')} text={declined.note} />
      )}
      {declined !== null && declined.nextStep !== null && (
        <Given label={t('given.nextStep')} text={t(`nextStep.${declined.nextStep}`)} />
      )}
      {items.length > 0 && (
        <s-stack gap="none">
          <Label text={t('given.items')} />
          <Items items={items} t={t} />
        </s-stack>
      )}
      <Timeline timeline={timeline} scope={cancellation.scope} words={words} />
      {!isUndone && (
        <s-stack gap="none">
          <Label text={t('given.comesBack')} />
          <WhatComesBack money={comesBack} withTotal t={t} />
          {comesBack.refunds.length > 0 && <Label text={t('comesBack.banks')} />}
        </s-stack>
      )}
      {reason !== null && <Given label={t('given.reason')} text={reason} />}
      {comment !== null && <Given label={t('given.comment')} text={comment} />}
    </s-stack>
  );
}

/** What was cancelled of the order before: no more than what and for how much. */
export function EarlierCancellations({
  earlier,
  t,
}: {
  earlier: ShopperView['earlier'];
  t: Translate;
}) {
  return (
    <s-stack gap="none">
      <Label text={t('given.earlier')} />
      {earlier.map(({ id, items, amount }) => (
        <s-grid key={id} gridTemplateColumns="1fr auto" gap="base" alignItems="start">
          <s-stack gap="none">
            <Items items={items} t={t} />
          </s-stack>
          {amount !== null && <s-text>{amount}</s-text>}
        </s-grid>
      ))}
    </s-stack>
  );
}

function Items({ items, t }: { items: ShopperCancellation['items']; t: Translate }) {
  return (
    <>
      {items.map((item, index) => (
        <s-text key={index}>{t('items.count', { ...item })}</s-text>
      ))}
    </>
  );
}

/** Under which key the words for a cancellation stand. */
function wordingOf({ status, scope, timeline }: ShopperCancellation): string {
  switch (status) {
    case 'in_progress':
    case 'cancelled':
    case 'completed':
      return `${status}.${scope}`;
    case 'needs_attention':
      // Once it is cancelled only the money can still be in question.
      return timeline.some(({ step, at }) => step === 'cancelled' && at !== null)
        ? 'money_needs_attention'
        : status;
    default:
      return status;
  }
}

function Given({ label, text }: { label: string; text: string }) {
  return (
    <s-stack gap="none">
      <Label text={label} />
      <s-text>{text}</s-text>
    </s-stack>
  );
}

function Label({ text }: { text: string }) {
  return (
    <s-text color="subdued" type="small">
      {text}
    </s-text>
  );
}
