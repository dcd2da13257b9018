import { BlockStack, Card, Checkbox, ChoiceList, TextField } from '@shopify/polaris';

import { durationWords } from './duration-words.ts';
import type { PolicyDraft, PolicyFaults } from './policy-draft.ts';
import { SettingsSection } from './settings-section.tsx';

export interface PolicyFieldProps {
  readonly draft: PolicyDraft;
  readonly faults: PolicyFaults;
  readonly onChange: (change: Partial<PolicyDraft>) => void;
}

export function WhoCard({ draft, onChange }: PolicyFieldProps) {
  return (
    <SettingsSection
      title="Cancelling by customers"
      description="Customers who are signed in see Cancel order on their order’s page while it is possible."
    >
      <Card>
        <Checkbox
          label="Customers can ask to cancel their orders"
          helpText="When this is off, only staff can cancel. Orders bought by companies are always left to staff."
          checked={draft.enabled}
          onChange={(enabled) => onChange({ enabled })}
        />
      </Card>
    </SettingsSection>
  );
}

export function WindowCard({ draft, faults, onChange }: PolicyFieldProps) {
  return (
    <SettingsSection
      title="Until when"
      description="Counted from the moment the order was placed. Once fulfillment has started, customers cannot cancel in either case."
    >
      <Card>
        <BlockStack gap="300">
          <ChoiceList
            title="Customers can cancel"
            choices={[
              { value: 'minutes', label: 'For a fixed time' },
              { value: 'fulfilment', label: 'Until fulfillment starts' },
            ]}
            selected={[draft.until]}
            onChange={([until]) =>
              onChange({ until: until === 'fulfilment' ? 'fulfilment' : 'minutes' })
            }
          />
          {draft.until === 'minutes' && (
            <TextField
              label="Minutes after the order"
              inputMode="numeric"
              value={draft.minutes}
              onChange={(minutes) => onChange({ minutes })}
              suffix="minutes"
              helpText={durationWords(draft.minutes)}
              error={faults['window.minutes'] ?? false}
              autoComplete="off"
            />
          )}
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}

export function HandlingCard({ draft, faults, onChange }: PolicyFieldProps) {
  return (
    <SettingsSection
      title="What happens with a request"
      description="Either way, fulfillment is held as soon as a customer asks."
    >
      <Card>
        <BlockStack gap="300">
          <ChoiceList
            title="Requests are"
            choices={[
              {
                value: 'automatic',
                label: 'Carried out at once',
                helpText: 'The order is cancelled and the money goes back without anybody’s doing.',
              },
              {
                value: 'review',
                label: 'Reviewed by staff',
                helpText: 'They wait in Requests until somebody approves or declines them.',
              },
            ]}
            selected={[draft.handling]}
            onChange={([handling]) =>
              onChange({ handling: handling === 'review' ? 'review' : 'automatic' })
            }
          />
          {draft.handling === 'review' && (
            <TextField
              label="Days to answer"
              inputMode="numeric"
              value={draft.reviewDays}
              onChange={(reviewDays) => onChange({ reviewDays })}
              suffix="days"
              helpText="A request that nobody answers ends then: the hold is released and the customer is told."
              error={faults['reviewDays'] ?? false}
              autoComplete="off"
            />
          )}
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}

export function MoneyAndStockCard({ draft, onChange }: PolicyFieldProps) {
  return (
    <SettingsSection
      title="Money and stock"
      description="For cancellations by customers. Staff choose for each cancellation."
    >
      <Card>
        <BlockStack gap="300">
          <ChoiceList
            title="Refund to"
            choices={[
              { value: 'original', label: 'The original payment methods' },
              {
                value: 'store_credit',
                label: 'Store credit',
                helpText:
                  'Where Shopify allows none, the money goes back to the original payment methods.',
              },
            ]}
            selected={[draft.refundMethod]}
            onChange={([method]) =>
              onChange({ refundMethod: method === 'store_credit' ? 'store_credit' : 'original' })
            }
          />
          <Checkbox
            label="Restock items"
            checked={draft.restock}
            onChange={(restock) => onChange({ restock })}
          />
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}
