import {
  Banner,
  BlockStack,
  Checkbox,
  Divider,
  List,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';

import { QuoteSummary } from '../../../components/cancellation/quote-summary.tsx';
import type { StaffQuote } from '../../../contract/staff/staff-view.ts';
import type { CancelFaults, CancelForm, CancelOffer } from './cancel-form.ts';
import { GoodsFields } from './goods-fields.tsx';
import { RefundFields } from './refund-fields.tsx';

interface Props {
  readonly form: CancelForm;
  readonly offer: CancelOffer;
  readonly quote: StaffQuote;
  /** The quote is not for what is chosen now. */
  readonly isOld: boolean;
  /** What is chosen cannot be, so there is no quote of it. */
  readonly isRefused: boolean;
  /** Nothing is chosen, so there is nothing to reckon. */
  readonly isEmpty: boolean;
  readonly faults: CancelFaults;
  readonly onChange: (change: Partial<CancelForm>) => void;
}

/** The first step of the popup: what is cancelled, what is given back and how, and who is told. */
export function CancelFormFields({
  form,
  offer,
  quote,
  isOld,
  isRefused,
  isEmpty,
  faults,
  onChange,
}: Props) {
  return (
    <BlockStack gap="400">
      <GoodsFields form={form} offer={offer} faults={faults} onChange={onChange} />
      <Divider />
      {isEmpty ? (
        <Text as="p" tone="subdued">
          Choose what to cancel to see the refund.
        </Text>
      ) : (
        <>
          <RefundFields
            form={form}
            offer={offer}
            quote={quote}
            faults={faults}
            onChange={onChange}
          />
          {!isRefused && (
            <>
              <QuoteSummary quote={quote} providerFee={offer.providerFee} isOld={isOld} />
              <BeyondPolicy policySays={quote.policySays} />
            </>
          )}
        </>
      )}
      <Checkbox
        label="Restock items"
        helpText="Restocks the items at the location they were reserved at."
        checked={form.restock}
        onChange={(restock) => onChange({ restock })}
      />
      <Select
        label="Reason for cancelling"
        options={offer.reasons.map(({ value, label }) => ({ value, label }))}
        placeholder="Choose a reason"
        requiredIndicator
        value={form.reason}
        onChange={(reason) => onChange({ reason })}
        error={faults.fields.reason ?? false}
      />
      <Divider />
      <Checkbox
        label="Notify customer"
        helpText="Sends one email with the refund and how it is paid."
        checked={form.notify}
        onChange={(notify) => onChange({ notify })}
      />
      {form.notify && offer.noteLimits.toCustomer > 0 && (
        <NoteField
          label="Note to the customer"
          helpText="Optional. It is included in the email."
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

/** Staff may do more than the policy lets customers do; they should know when they do. */
function BeyondPolicy({ policySays }: Pick<StaffQuote, 'policySays'>) {
  if (policySays.length === 0) return null;
  return (
    <Banner tone="info" title="The policy would not let the customer do this">
      <List>
        {policySays.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
    </Banner>
  );
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
