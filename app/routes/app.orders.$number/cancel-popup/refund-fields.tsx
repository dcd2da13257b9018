import {
  Banner,
  BlockStack,
  Checkbox,
  InlineGrid,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
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
  const { t } = useMessages();
  if (offer.againstRefund.length > 0) {
    return (
      <Banner tone="warning" title={t('cancelPopup.refund.impossible')}>
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
        {t(withoutRefund(quote))}
      </Text>
    );
  }
  return (
    <BlockStack gap="300">
      <Checkbox
        label={t('cancelPopup.refund.issue')}
        checked={form.issueRefund}
        onChange={(issueRefund) => onChange({ issueRefund, amount: null })}
      />
      {form.issueRefund && (
        <InlineGrid columns={offer.storeCreditPossible ? { xs: 1, sm: 2 } : 1} gap="300">
          <TextField
            label={t('cancelPopup.refund.amount')}
            helpText={t('cancelPopup.refund.most', { amount: quote.maximumFormatted })}
            value={form.amount ?? quote.amountDecimal}
            onChange={(amount) => onChange({ amount })}
            inputMode="decimal"
            suffix={offer.currencyCode}
            error={faults.fields.amount ?? false}
            autoComplete="off"
            {...(form.amount !== null && {
              labelAction: {
                content: t('cancelPopup.refund.everything'),
                onAction: () => onChange({ amount: null }),
              },
            })}
          />
          {offer.storeCreditPossible && (
            <Select
              label={t('cancelPopup.refund.to')}
              options={[
                { value: 'original', label: t('cancelPopup.refund.original') },
                { value: 'store_credit', label: t('cancelPopup.refund.storeCredit') },
              ]}
              value={form.method}
              onChange={(method) =>
                onChange({ method: method === 'store_credit' ? 'store_credit' : 'original' })
              }
              error={faults.fields.method ?? false}
            />
          )}
        </InlineGrid>
      )}
    </BlockStack>
  );
}

function withoutRefund({ releases, pending }: StaffQuote) {
  if (pending) return 'cancelPopup.refund.notArrived';
  return releases.length > 0 ? 'cancelPopup.refund.notCaptured' : 'nothingToRefund';
}
