import { Banner, BlockStack, Checkbox, ChoiceList, Text, TextField } from '@shopify/polaris';

import type { StaffQuote } from '../../../contract/staff/staff-view.ts';
import { type CancelFaults, type CancelForm, type CancelOffer, isAnything } from './cancel-form.ts';

interface Props {
  readonly form: CancelForm;
  readonly offer: CancelOffer;
  readonly quote: StaffQuote;
  readonly faults: CancelFaults;
  readonly onChange: (change: Partial<CancelForm>) => void;
}

/** How much goes back, and how. */
export function RefundFields({ form, offer, quote, faults, onChange }: Props) {
  if (offer.againstRefund.length > 0) {
    return (
      <Banner tone="warning" title="Nothing can be refunded now">
        {offer.againstRefund.map((reason) => (
          <Text as="p" key={reason}>
            {reason}
          </Text>
        ))}
      </Banner>
    );
  }
  if (!isAnything(quote.maximum, offer.currencyCode)) {
    return (
      <Text as="p" tone="subdued">
        {withoutRefund(quote)}
      </Text>
    );
  }
  return (
    <BlockStack gap="300">
      <Checkbox
        label="Issue refund"
        checked={form.issueRefund}
        onChange={(issueRefund) => onChange({ issueRefund, amount: null })}
      />
      {form.issueRefund && (
        <>
          <TextField
            label="Refund amount"
            helpText={`${quote.maximumFormatted} can be refunded`}
            value={form.amount ?? quote.amountDecimal}
            onChange={(amount) => onChange({ amount })}
            inputMode="decimal"
            suffix={offer.currencyCode}
            error={faults.fields.amount ?? false}
            autoComplete="off"
          />
          {offer.storeCreditPossible && (
            <ChoiceList
              title="Refund to"
              choices={[
                { value: 'original', label: 'Original payment methods' },
                { value: 'store_credit', label: 'Store credit' },
              ]}
              selected={[form.method]}
              onChange={([method]) =>
                onChange({ method: method === 'store_credit' ? 'store_credit' : 'original' })
              }
              {...(faults.fields.method !== undefined && { error: faults.fields.method })}
            />
          )}
        </>
      )}
    </BlockStack>
  );
}

function withoutRefund({ releases, pending }: StaffQuote): string {
  if (pending) return 'No payment has arrived yet, so there is nothing to refund now.';
  return releases.length > 0
    ? 'No payment was captured, so there is nothing to refund. Open authorizations are voided.'
    : 'There is nothing to refund.';
}
