import { BlockStack, Checkbox, InlineGrid, Select, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { useShop } from '../fields/form-context.ts';
import { PolicyTextField } from '../fields/text-field.tsx';
import type { LengthUnit, WindowDraft } from '../draft/policy-draft.ts';

interface Props {
  /** Of the window in the document: "rules.0.instant". */
  readonly path: string;
  readonly value: WindowDraft;
  readonly onChange: (value: WindowDraft) => void;
}

const UNITS: readonly LengthUnit[] = ['minutes', 'hours', 'days'];

/** The limits of a window; each one that is ticked has to hold. */
export function WindowFields({ path, value, onChange }: Props) {
  const { t } = useMessages();
  const { timeZone } = useShop();
  const { length, cutOff, untilFulfillment } = value;
  return (
    <div style={{ paddingInlineStart: '1.75rem' }}>
      <BlockStack gap="200">
        <Checkbox
          label={t('policy.window.fixed')}
          checked={length !== null}
          onChange={(fixed) =>
            onChange({ ...value, length: fixed ? { count: '60', unit: 'minutes' } : null })
          }
        />
        {length && (
          <Indented>
            <InlineGrid columns={{ xs: 2, sm: ['oneThird', 'oneThird'] }} gap="200">
              <PolicyTextField
                path={`${path}.minutes`}
                label={t('policy.window.howLong')}
                labelHidden
                inputMode="numeric"
                value={length.count}
                onChange={(count) => onChange({ ...value, length: { ...length, count } })}
              />
              <Select
                label={t('policy.window.unit')}
                labelHidden
                options={UNITS.map((unit) => ({ value: unit, label: t(`policy.window.${unit}`) }))}
                value={length.unit}
                onChange={(chosen) => {
                  const unit = UNITS.find((known) => known === chosen) ?? 'minutes';
                  onChange({ ...value, length: { ...length, unit } });
                }}
              />
            </InlineGrid>
          </Indented>
        )}
        <Checkbox
          label={t('policy.window.cutOff.label')}
          helpText={t('policy.window.cutOff.help')}
          checked={cutOff !== null}
          onChange={(timed) => onChange({ ...value, cutOff: timed ? '14:00' : null })}
        />
        {cutOff !== null && (
          <Indented>
            <PolicyTextField
              path={`${path}.cutOff`}
              label={t('policy.window.time.label')}
              labelHidden
              type="time"
              value={cutOff}
              onChange={(time) => onChange({ ...value, cutOff: time })}
              helpText={t('policy.window.time.help', { timeZone })}
            />
          </Indented>
        )}
        <Checkbox
          label={t('policy.window.untilFulfillment')}
          checked={untilFulfillment}
          onChange={(until) => onChange({ ...value, untilFulfillment: until })}
        />
        {length === null && cutOff === null && !untilFulfillment && (
          <Text as="p" tone="subdued">
            {t('policy.window.none')}
          </Text>
        )}
      </BlockStack>
    </div>
  );
}

function Indented({ children }: { readonly children: ReactNode }) {
  return <div style={{ paddingInlineStart: '1.75rem', maxWidth: '24rem' }}>{children}</div>;
}
