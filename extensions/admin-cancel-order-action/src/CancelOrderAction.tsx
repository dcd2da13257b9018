import '@shopify/ui-extensions/preact';
import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';

import { notationIn } from '../../../app/contract/written-number.ts';
import type { StaffOrderViewRead } from '../../../app/contract/staff/staff-view.ts';
import { ConfirmButton } from '../../shared/confirm-button.tsx';
import { CancellationSummary } from '../../shared/staff/cancellation-summary.tsx';
import { orderPage, type StaffApi, staffApi } from '../../shared/staff/staff-api.ts';
import { ErrorBanner } from '../../shared/staff/error-banner.tsx';
import { isUnderWay, useStaffOrder } from '../../shared/staff/use-staff-order.ts';
import type { Kept } from '../../shared/use-situation.ts';
import {
  amountOf,
  bodyOf,
  exampleOf,
  firstForm,
  type Offer,
  problemsOf,
  type StaffCancelForm,
} from './cancel-form.ts';
import { FormFields } from './form-fields.tsx';
import { review } from './review.ts';

/** **Cancel order** on the order's page in the admin: choose, look it over, confirm, watch it happen. */
export default function cancelOrderAction(): void {
  const orderId = shopify.data.selected[0]?.id;
  if (orderId === undefined) throw new Error('The order page has selected no order.');
  render(
    <CancelOrder orderId={orderId} api={staffApi(orderId, shopify.i18n.translate('language'))} />,
    document.body,
  );
}

function CancelOrder({ orderId, api }: { orderId: string; api: StaffApi }) {
  const kept = useStaffOrder(api);
  const { view, error } = kept;
  const t = shopify.i18n.translate;

  if (view === null && error === null) return <Window loading secondary={<Close />} />;
  if (view === null || error?.kind === 'signed_out') {
    return (
      <Window
        primary={<Action onClick={() => void kept.readAgain()}>{t('error.tryAgain')}</Action>}
        secondary={<Close />}
      >
        {error !== null && <ErrorBanner error={error} t={t} />}
      </Window>
    );
  }
  if (view.cancel.available && !isUnderWay(view)) {
    return <Request kept={kept} api={api} offer={view.cancel} appPage={orderPage(orderId)} />;
  }
  return (
    <Window
      primary={<Action href={orderPage(orderId)}>{t('openInApp')}</Action>}
      secondary={<Close />}
    >
      <s-stack gap="base">
        {error !== null && <ErrorBanner error={error} t={t} />}
        {view.cancellation !== null && (
          <CancellationSummary cancellation={view.cancellation} words={shopify.i18n} />
        )}
        {view.cancellation === null && !view.cancel.available && (
          <ErrorBanner error={{ kind: 'refused', refusals: view.cancel.refusals }} t={t} />
        )}
      </s-stack>
    </Window>
  );
}

interface RequestProps {
  readonly kept: Kept<StaffOrderViewRead>;
  readonly api: StaffApi;
  readonly offer: Offer;
  readonly appPage: string;
}

function Request({ kept, api, offer, appPage }: RequestProps) {
  const [changed, setChanged] = useState<Partial<StaffCancelForm>>({});
  const [reviewing, setReviewing] = useState(false);
  const [hasTried, setHasTried] = useState(false);
  const t = shopify.i18n.translate;
  const { sending, error } = kept;
  const earlier = kept.view?.cancellation?.id ?? null;
  const form: StaffCancelForm = { ...firstForm(offer, earlier), ...changed };
  const notation = notationIn((number) => written(number, 1));
  const problems = problemsOf(form, offer, notation);
  const hasProblems = Object.keys(problems).length > 0;
  const hasReason = form.reason !== '';
  const notice = error !== null && <ErrorBanner error={error} t={t} />;

  const lookOver = () => {
    setHasTried(true);
    setReviewing(hasReason);
  };
  if (!reviewing || hasProblems) {
    return (
      <Window
        primary={
          <Action disabled={hasProblems} onClick={lookOver}>
            {t('form.review')}
          </Action>
        }
        secondary={<Close />}
      >
        <s-stack gap="base">
          {notice}
          <FormFields
            form={form}
            offer={offer}
            problems={
              hasTried && !hasReason ? { ...problems, reason: 'form.reasonNeeded' } : problems
            }
            example={exampleOf(offer, written)}
            appPage={appPage}
            t={t}
            onChange={(change) => setChanged({ ...changed, ...change })}
          />
        </s-stack>
      </Window>
    );
  }
  const start = () =>
    void kept.send(
      () => api.start(bodyOf(form, offer, notation)),
      ({ cancellation }) => cancellation !== null && cancellation.id !== earlier,
    );
  const amount = shopify.i18n.formatCurrency(Number(amountOf(form, offer, notation)), {
    currency: offer.currencyCode,
  });
  return (
    <Window
      secondary={
        <s-button
          key="back"
          slot="secondary-actions"
          disabled={sending}
          onClick={() => setReviewing(false)}
        >
          {t('review.back')}
        </s-button>
      }
    >
      <s-stack gap="base" accessibilityRole="status">
        {notice}
        <s-heading>{t('review.heading')}</s-heading>
        <s-unordered-list>
          {review(form, offer, amount, t).map((sentence) => (
            <s-list-item key={sentence}>{sentence}</s-list-item>
          ))}
        </s-unordered-list>
        <s-text color="subdued">{t('review.final')}</s-text>
        {/* Not in the slot of Review, whose place and focus it would take. */}
        <s-stack direction="inline">
          <ConfirmButton shown={`${amount} ${form.method}`} busy={sending} onConfirm={start}>
            {t('review.confirm')}
          </ConfirmButton>
        </s-stack>
      </s-stack>
    </Window>
  );
}

/** A number as the admin writes it. */
function written(number: number, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return shopify.i18n.formatNumber(number, digits);
}

interface WindowProps {
  readonly loading?: boolean;
  readonly primary?: ComponentChildren;
  readonly secondary: ComponentChildren;
  readonly children?: ComponentChildren;
}

function Window({ loading = false, primary, secondary, children }: WindowProps) {
  return (
    <s-admin-action heading={shopify.i18n.translate('name')} loading={loading}>
      {children}
      {primary}
      {secondary}
    </s-admin-action>
  );
}

interface ActionProps {
  readonly children: ComponentChildren;
  readonly href?: string;
  readonly disabled?: boolean;
  onClick?(): void;
}

/** The one button that goes on. */
function Action({ children, disabled = false, ...rest }: ActionProps) {
  return (
    <s-button slot="primary-action" variant="primary" disabled={disabled} {...rest}>
      {children}
    </s-button>
  );
}

function Close() {
  return (
    <s-button slot="secondary-actions" onClick={() => shopify.close()}>
      {shopify.i18n.translate('close')}
    </s-button>
  );
}
