import type { StaffCancellationView } from '../../../app/contract/staff/staff-cancellation-view.ts';
import { moment, type Words } from './words.ts';

type Step = StaffCancellationView['steps'][number];

export const BADGES = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  critical: 'critical',
  attention: 'caution',
} as const satisfies Record<StaffCancellationView['tone'], string>;

const STEP_ICONS = {
  done: { type: 'check-circle', tone: 'success' },
  current: { type: 'clock', tone: 'info' },
  todo: { type: 'clock', tone: 'neutral' },
  failed: { type: 'alert-circle', tone: 'critical' },
} as const satisfies Record<Step['state'], { type: string; tone: string }>;

/** Where a cancellation stands: its state, its steps, what a person has to decide, what was asked for. */
export function CancellationSummary({
  cancellation,
  words,
}: {
  cancellation: StaffCancellationView;
  words: Words;
}) {
  const t = words.translate;
  const { attention, awaitsAnswer, mailError, standstill, reason, customerComment, scope, lines } =
    cancellation;
  return (
    <s-stack gap="base">
      <s-stack direction="inline" gap="small-200" alignItems="center">
        <s-badge tone={BADGES[cancellation.tone]}>{cancellation.statusLabel}</s-badge>
        <s-text color="subdued">
          {t('summary.requested', {
            who: cancellation.requestedBy,
            when: moment(words, cancellation.requestedAt),
          })}
        </s-text>
      </s-stack>
      {attention !== null && (
        <s-banner tone="warning" heading={attention.title}>
          {attention.explanation}
        </s-banner>
      )}
      {standstill && <s-banner tone="info">{standstill}</s-banner>}
      {mailError && attention === null && (
        <s-banner tone="warning" heading={mailError.title}>
          {mailError.text}
        </s-banner>
      )}
      {awaitsAnswer && <s-banner tone="info">{t('summary.awaitsAnswer')}</s-banner>}
      <s-stack gap="small-200">
        {cancellation.steps.map((step) => (
          <s-stack key={step.key} direction="inline" gap="small-200" alignItems="center">
            <s-icon {...STEP_ICONS[step.state]} />
            <s-text color={step.state === 'todo' ? 'subdued' : 'base'}>{step.label}</s-text>
            {step.state === 'failed' && <s-text tone="critical">{t('summary.failed')}</s-text>}
            {step.at !== null && <s-text color="subdued">{moment(words, step.at)}</s-text>}
          </s-stack>
        ))}
      </s-stack>
      <s-stack gap="small-200">
        {scope === 'lines' && (
          <s-text>
            {t('summary.items', {
              items: lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(', '),
            })}
          </s-text>
        )}
        <s-text>{t('summary.amount', { amount: cancellation.amount })}</s-text>
        {reason !== null && <s-text>{t('summary.reason', { reason })}</s-text>}
        {customerComment !== null && (
          <s-text>{t('summary.comment', { comment: customerComment })}</s-text>
        )}
      </s-stack>
    </s-stack>
  );
}
