import type { ShopperCancellation } from '../../../../app/contract/shopper/shopper-view.ts';
import { moment, type Words } from '../words.ts';

type Step = ShopperCancellation['timeline'][number];

const ICONS = {
  done: { type: 'check-circle-filled', tone: 'success' },
  current: { type: 'clock', tone: 'info' },
  failed: { type: 'alert-circle', tone: 'critical' },
  todo: { type: 'clock', tone: 'neutral' },
} as const satisfies Record<Step['state'], { type: string; tone: string }>;

const DECLINED = { type: 'x-circle', tone: 'critical' } as const;

/** What stands beside a step that has not happened. */
const NOT_YET = { current: 'current', failed: 'failed', todo: 'toCome', done: 'toCome' } as const;

/** Nothing is called approved that still waits for somebody to look at it. */
function wordsOf(step: Step['step'], state: Step['state'], scope: ShopperCancellation['scope']) {
  if (step === 'approved' && state !== 'done') return 'in_review';
  return step === 'cancelled' ? (`cancelled.${scope}` as const) : step;
}

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
      {timeline.map(({ step, state, at }) => (
        <s-grid
          key={step}
          gridTemplateColumns="auto 1fr"
          gap="small-200"
          accessibilityRole="list-item"
        >
          <s-icon {...(step === 'declined' ? DECLINED : ICONS[state])} />
          <s-stack direction="inline" columnGap="small-200" alignItems="center">
            <s-text color={state === 'todo' ? 'subdued' : 'base'}>
              {t(`timeline.${wordsOf(step, state, scope)}`)}
            </s-text>
            <s-text color="subdued" type="small">
              {at === null ? t(`timeline.${NOT_YET[state]}`) : moment(words, at)}
            </s-text>
          </s-stack>
        </s-grid>
      ))}
    </s-stack>
  );
}
