import {
  BlockStack,
  Checkbox,
  ChoiceList,
  Divider,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';

import type { StaffCancelBody } from '../../presentation/staff-view.ts';
import { type CancelFaults, type CancelOffer, hasRefundable } from './cancel-form.ts';

interface Props {
  readonly form: StaffCancelBody;
  readonly offer: CancelOffer;
  readonly faults: CancelFaults;
  readonly onChange: (change: Partial<StaffCancelBody>) => void;
}

/** The first step of the popup: what is given back and how, and who is told. */
export function CancelFormFields({ form, offer, faults, onChange }: Props) {
  return (
    <BlockStack gap="400">
      {hasRefundable(offer) ? (
        <RefundFields form={form} offer={offer} faults={faults} onChange={onChange} />
      ) : (
        <Text as="p" tone="subdued">
          {offer.releases.length > 0
            ? 'No payment was taken yet, so there is nothing to refund. What was authorized is released.'
            : 'There is nothing to refund.'}
        </Text>
      )}
      <Divider />
      <Checkbox
        label="Restock items"
        helpText="Puts the items back to stock where they were reserved."
        checked={form.restock}
        onChange={(restock) => onChange({ restock })}
      />
      <Select
        label="Reason for cancelling"
        options={offer.reasons.map(({ value, label }) => ({ value, label }))}
        value={form.reason}
        onChange={(reason) => onChange({ reason })}
        error={faults.fields.reason ?? false}
      />
      <Divider />
      <Checkbox
        label="Notify customer"
        helpText="Sends one mail that says what comes back and how."
        checked={form.notify}
        onChange={(notify) => onChange({ notify })}
      />
      {form.notify && offer.noteLimits.toCustomer > 0 && (
        <NoteField
          label="Note to the customer"
          helpText="Optional. It is part of the mail."
          value={form.noteToCustomer}
          limit={offer.noteLimits.toCustomer}
          onChange={(noteToCustomer) => onChange({ noteToCustomer })}
        />
      )}
      <NoteField
        label="Internal note"
        helpText="Optional. Only staff can see it."
        value={form.internalNote}
        limit={offer.noteLimits.internal}
        onChange={(internalNote) => onChange({ internalNote })}
      />
    </BlockStack>
  );
}

function RefundFields({ form, offer, faults, onChange }: Props) {
  return (
    <BlockStack gap="300">
      <Checkbox
        label="Issue refund"
        checked={form.issueRefund}
        onChange={(issueRefund) => onChange({ issueRefund })}
      />
      {form.issueRefund && (
        <>
          <TextField
            label="Refund amount"
            helpText={`${offer.maximumFormatted} can be refunded`}
            value={form.amount}
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
                { value: 'original', label: originalMethods(offer) },
                { value: 'store_credit', label: 'Store credit' },
              ]}
              selected={[form.method]}
              onChange={([method]) =>
                onChange({ method: method === 'store_credit' ? 'store_credit' : 'original' })
              }
              error={faults.fields.method ?? ''}
            />
          )}
        </>
      )}
    </BlockStack>
  );
}

function originalMethods({ refunds }: CancelOffer): string {
  const methods = [...new Set(refunds.map(({ method }) => method))];
  return methods.length === 0
    ? 'Original payment methods'
    : `Original payment methods (${methods.join(', ')})`;
}

interface NoteProps {
  readonly label: string;
  readonly helpText: string;
  readonly value: string;
  readonly limit: number;
  readonly onChange: (value: string) => void;
}

function NoteField({ limit, ...field }: NoteProps) {
  return (
    <TextField {...field} multiline={2} maxLength={limit} showCharacterCount autoComplete="off" />
  );
}
