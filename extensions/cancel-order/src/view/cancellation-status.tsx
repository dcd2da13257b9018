import type { ComesBack, ShopperCancellation } from '../../../../app/presentation/shopper-view.ts';
import { declineText, type Words } from '../words.ts';
import { Timeline } from './timeline.tsx';
import { WhatComesBack } from './what-comes-back.tsx';

type Tone = 'info' | 'success' | 'warning';

const TONES: Record<ShopperCancellation['status'], Tone> = {
  requested: 'info',
  in_review: 'info',
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
  confirmed = null,
  words,
}: {
  cancellation: ShopperCancellation;
  /** What the shopper has just agreed to, where that is known payment by payment. */
  confirmed?: ComesBack | null;
  words: Words;
}) {
  const t = words.translate;
  const { status, declined, amount, reason, comment } = cancellation;
  const isUndone = status === 'declined' || status === 'withdrawn';
  return (
    <s-stack gap="base">
      <s-banner tone={TONES[status]} heading={t(`status.${status}.heading`)}>
        {declined === null ? t(`status.${status}.text`) : declineText(t, declined)}
      </s-banner>
      {declined !== null && declined.note !== null && (
        <Given label={t('given.shopNote')} text={declined.note} />
      )}
      <Timeline timeline={cancellation.timeline} words={words} />
      {!isUndone && confirmed !== null && <WhatComesBack comesBack={confirmed} t={t} />}
      {!isUndone && confirmed === null && amount !== null && (
        <Given label={t('given.comesBack')} text={amount} />
      )}
      {reason !== null && <Given label={t('given.reason')} text={reason} />}
      {comment !== null && <Given label={t('given.comment')} text={comment} />}
    </s-stack>
  );
}

function Given({ label, text }: { label: string; text: string }) {
  return (
    <s-stack gap="none">
      <s-text color="subdued" type="small">
        {label}
      </s-text>
      <s-text>{text}</s-text>
    </s-stack>
  );
}
