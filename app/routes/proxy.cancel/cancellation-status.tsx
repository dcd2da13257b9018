import type { ReactNode } from 'react';

import type { ShopperCancellation } from '../../contract/shopper/shopper-view.ts';
import type { Translate } from '../../messages/message-types.ts';
import { declineText, statusWording } from '../../presentation/shopper/window-words.ts';
import { WhereMoneyGoes } from './amounts.tsx';
import { Notice } from './notice.tsx';
import type { GuestPage } from './page.ts';
import { StepForm } from './step-form.tsx';

interface Props {
  readonly page: GuestPage;
  readonly token: string;
  readonly cancellation: ShopperCancellation;
  /** An instant in the words of the page's language, in the shop's time zone. */
  readonly moment: (iso: string) => string;
}

/** Where a cancellation stands, its way so far, and the way back as long as there is one. */
export function CancellationStatus({ page, token, cancellation, moment }: Props) {
  const { t, say } = page;
  const { status, declined, items, reason, comment, comesBack, canWithdraw } = cancellation;
  const isUndone = status === 'declined' || status === 'withdrawn';
  const key = `status.${statusWording(cancellation)}` as const;
  const text = declined && declineText(declined, page.window);
  return (
    <section>
      <Notice role="status" heading={t(`${key}.heading`)} texts={[text ?? t(`${key}.text`)]} />
      {cancellation.standsStill && <p role="status">{t('status.standsStill')}</p>}
      <dl>
        {declined?.note && <Given label={t('given.shopNote')}>{declined.note}</Given>}
        {declined?.nextStep && (
          <Given label={t('given.nextStep')}>{t(`nextStep.${declined.nextStep}`)}</Given>
        )}
        {items.length > 0 && (
          <Given label={t('given.items')}>
            {items.map(({ title, quantity }, index) => (
              <span key={index} className="unorder-item">
                {t('items.count', { title, quantity })}
              </span>
            ))}
          </Given>
        )}
        {reason !== null && <Given label={t('given.reason')}>{reason}</Given>}
        {comment !== null && <Given label={t('given.comment')}>{comment}</Given>}
      </dl>
      <Timeline cancellation={cancellation} moment={moment} t={t} />
      {!isUndone && (
        <>
          <h3>{t('given.comesBack')}</h3>
          <WhereMoneyGoes money={comesBack} withTotal t={t} />
        </>
      )}
      <p>
        <a className="unorder-button unorder-button-plain" href={page.orderAddress(token)}>
          {say('guest.order.refresh')}
        </a>
      </p>
      {canWithdraw && <Withdraw page={page} token={token} />}
    </section>
  );
}

/** Asks once more, without a script: the question opens in place. */
function Withdraw({ page, token }: { readonly page: GuestPage; readonly token: string }) {
  const { t } = page;
  return (
    <details className="unorder-after">
      <summary>{t('withdraw.button')}</summary>
      <p>{t('withdraw.question')}</p>
      <StepForm page={page} hidden={{ step: 'withdraw', token }}>
        <button className="unorder-button unorder-confirm" type="submit">
          {t('withdraw.confirm')}
        </button>
      </StepForm>
    </details>
  );
}

function Given({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="unorder-given">
      <dt className="unorder-quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What stands beside a step that has not happened. */
const NOT_YET = { current: 'current', failed: 'failed', todo: 'toCome', done: 'toCome' } as const;

type Step = Props['cancellation']['timeline'][number];

/** Nothing is called approved that still waits for somebody to look at it. */
function wordsOf(step: Step['step'], state: Step['state'], scope: Props['cancellation']['scope']) {
  if (step === 'approved' && state !== 'done') return 'in_review';
  return step === 'cancelled' ? (`cancelled.${scope}` as const) : step;
}

function Timeline({
  cancellation: { timeline, scope },
  moment,
  t,
}: Pick<Props, 'cancellation' | 'moment'> & { readonly t: Translate<'shopper'> }) {
  return (
    <ol className="unorder-steps" aria-label={t('timeline.label')}>
      {timeline.map(({ step, state, at }) => (
        <li key={step} data-state={state} {...(state === 'done' ? { 'data-done': '' } : {})}>
          {t(`timeline.${wordsOf(step, state, scope)}`)}{' '}
          <span className="unorder-quiet">
            {at === null ? (
              t(`timeline.${NOT_YET[state]}`)
            ) : (
              <time dateTime={at}>{moment(at)}</time>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
