import {
  Banner,
  BlockStack,
  Checkbox,
  InlineStack,
  List,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
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
  const { t } = useMessages();
  return (
    <BlockStack gap="400">
      <Select
        label={t('cancelPopup.reason.label')}
        options={offer.reasons.map(({ value, label }) => ({ value, label }))}
        placeholder={t('cancelPopup.reason.choose')}
        requiredIndicator
        value={form.reason}
        onChange={(reason) => onChange({ reason })}
        error={faults.fields.reason ?? false}
      />
      <GoodsFields form={form} offer={offer} faults={faults} onChange={onChange} />
      {isEmpty ? (
        <Text as="p" tone="subdued">
          {t('cancelPopup.chooseFirst')}
        </Text>
      ) : (
        <RefundFields form={form} offer={offer} quote={quote} faults={faults} onChange={onChange} />
      )}
      {/* Beside each other, above what grows: whoever confirms has seen both. */}
      <InlineStack gap="400" wrap>
        <Checkbox
          label={t('cancelPopup.restock.label')}
          checked={form.restock}
          onChange={(restock) => onChange({ restock })}
        />
        <Checkbox
          label={t('cancelPopup.notify.label')}
          checked={form.notify}
          onChange={(notify) => onChange({ notify })}
        />
      </InlineStack>
      {!isEmpty && !isRefused && (
        <>
          <QuoteSummary quote={quote} providerFee={offer.providerFee} isOld={isOld} />
          <BeyondPolicy policySays={quote.policySays} />
        </>
      )}
      {form.notify && offer.noteLimits.toCustomer > 0 && (
        <NoteField
          label={t('cancelPopup.noteToCustomer.label')}
          helpText={t('cancelPopup.noteToCustomer.help')}
          value={form.noteToCustomer}
          limit={offer.noteLimits.toCustomer}
          onChange={(noteToCustomer) => onChange({ noteToCustomer })}
        />
      )}
      <NoteField
        label={t('cancelPopup.internalNote.label')}
        helpText={t('cancelPopup.internalNote.help')}
        value={form.internalNote}
        limit={offer.noteLimits.internal}
        onChange={(internalNote) => onChange({ internalNote })}
      />
    </BlockStack>
  );
}

/** Staff may do more than the policy lets customers do; they should know when they do. */
function BeyondPolicy({ policySays }: Pick<StaffQuote, 'policySays'>) {
  const { t } = useMessages();
  if (policySays.length === 0) return null;
  return (
    <Banner tone="info" title={t('cancelPopup.beyondPolicy')}>
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
