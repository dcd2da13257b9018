import { enteredValue, isTicked } from '../../shared/entered-value.ts';
import type { Translate } from '../../shared/staff/words.ts';
import { canRefund, type Offer, type Problems, type StaffCancelForm } from './cancel-form.ts';

interface FormFieldsProps {
  readonly form: StaffCancelForm;
  readonly offer: Offer;
  readonly problems: Problems;
  /** An amount as the admin writes it. */
  readonly example: string;
  /** The order's page in the app, where items can be chosen. */
  readonly appPage: string;
  readonly t: Translate;
  readonly onChange: (changed: Partial<StaffCancelForm>) => void;
}

/** How the order is to be cancelled: refund, stock, reason, who is told what. */
export function FormFields({
  form,
  offer,
  problems,
  example,
  appPage,
  t,
  onChange,
}: FormFieldsProps) {
  const { noteLimits } = offer;
  const { maximumFormatted } = offer.quote;
  const refunds = form.issueRefund && canRefund(offer);
  const error = (field: keyof Problems, limit: number) => {
    const key = problems[field];
    return key === undefined
      ? {}
      : {
          error: t(key, {
            count: limit,
            maximum: maximumFormatted,
            example,
            currency: offer.currencyCode,
          }),
        };
  };
  return (
    <s-stack gap="base">
      <ChosenItems offer={offer} appPage={appPage} t={t} />
      {canRefund(offer) ? (
        <s-checkbox
          label={t('form.issueRefund')}
          checked={form.issueRefund}
          onChange={(event: Event) => onChange({ issueRefund: isTicked(event) })}
        />
      ) : (
        <s-paragraph>{offer.againstRefund[0] ?? t('form.nothingToRefund')}</s-paragraph>
      )}
      {refunds && (
        <s-money-field
          label={t('form.amount', { currency: offer.currencyCode })}
          details={t('form.amountDetails', { maximum: maximumFormatted })}
          value={form.amount}
          onInput={(event: Event) => onChange({ amount: enteredValue(event).trim() })}
          {...error('amount', 0)}
        />
      )}
      {refunds && offer.storeCreditPossible && (
        <s-select
          label={t('form.method')}
          value={form.method}
          onChange={(event: Event) =>
            onChange({
              method: enteredValue(event) === 'store_credit' ? 'store_credit' : 'original',
            })
          }
        >
          <s-option value="original">{t('form.methods.original')}</s-option>
          <s-option value="store_credit">{t('form.methods.storeCredit')}</s-option>
        </s-select>
      )}
      <s-checkbox
        label={t('form.restock')}
        checked={form.restock}
        onChange={(event: Event) => onChange({ restock: isTicked(event) })}
      />
      <s-select
        label={t('form.reason')}
        placeholder={t('form.chooseReason')}
        value={form.reason}
        required
        onChange={(event: Event) => onChange({ reason: enteredValue(event) })}
        {...error('reason', 0)}
      >
        {offer.reasons.map(({ value, label }) => (
          <s-option key={value} value={value}>
            {label}
          </s-option>
        ))}
      </s-select>
      <s-checkbox
        label={t('form.notify')}
        checked={form.notify}
        onChange={(event: Event) => onChange({ notify: isTicked(event) })}
      />
      {form.notify && noteLimits.toCustomer > 0 && (
        <s-text-area
          label={t('form.noteToCustomer')}
          details={count(form.noteToCustomer, noteLimits.toCustomer)}
          value={form.noteToCustomer}
          rows={2}
          onInput={(event: Event) => onChange({ noteToCustomer: enteredValue(event) })}
          {...error('noteToCustomer', noteLimits.toCustomer)}
        />
      )}
      <s-text-area
        label={t('form.internalNote')}
        details={count(form.internalNote, noteLimits.internal)}
        value={form.internalNote}
        rows={2}
        onInput={(event: Event) => onChange({ internalNote: enteredValue(event) })}
        {...error('internalNote', noteLimits.internal)}
      />
    </s-stack>
  );
}

/** What this window cancels, and where a part of it can be chosen. */
function ChosenItems({ offer, appPage, t }: Pick<FormFieldsProps, 'offer' | 'appPage' | 't'>) {
  const isRest = offer.quote.selection.kind === 'lines';
  const canChoose = offer.againstParts.length === 0 && offer.lines.length > 1;
  if (!isRest && !canChoose) return null;
  return (
    <s-stack gap="small-200">
      <s-text>{t(isRest ? 'form.whatIsLeft' : 'form.wholeOrder')}</s-text>
      {canChoose && <s-link href={`${appPage}?cancel=1`}>{t('form.chooseItems')}</s-link>}
    </s-stack>
  );
}

function count(text: string, limit: number): string {
  return `${text.length}/${limit}`;
}
