import type { ShopperCancellation } from '../../../../app/presentation/shopper-view.ts';
import { moment, type Words } from '../words.ts';

/** The way of the cancellation: what has happened and when, and what is still to come. */
export function Timeline({
  timeline,
  scope,
  words,
}: {
  timeline: ShopperCancellation['timeline'];
  scope: ShopperCancellation['scope'];
  words: Words;
}) {
  const t = words.translate;
  return (
    <s-stack
      gap="small-200"
      accessibilityRole="ordered-list"
      accessibilityLabel={t('timeline.label')}
    >
      {timeline.map(({ step, at }) => (
        <s-grid
          key={step}
          gridTemplateColumns="auto 1fr"
          gap="small-200"
          accessibilityRole="list-item"
        >
          <s-icon
            type={at === null ? 'clock' : step === 'declined' ? 'x-circle' : 'check-circle-filled'}
            tone={at === null ? 'neutral' : step === 'declined' ? 'critical' : 'success'}
          />
          <s-stack direction="inline" columnGap="small-200" alignItems="center">
            <s-text color={at === null ? 'subdued' : 'base'}>
              {t(`timeline.${step === 'cancelled' ? `cancelled.${scope}` : step}`)}
            </s-text>
            <s-text color="subdued" type="small">
              {at === null ? t('timeline.toCome') : moment(words, at)}
            </s-text>
          </s-stack>
        </s-grid>
      ))}
    </s-stack>
  );
}
