import { Banner, BlockStack, Button, Checkbox, InlineStack, List, Text } from '@shopify/polaris';

import { InlineChoices } from '../../../components/form/inline-choices.tsx';
import { useMessages } from '../../../components/messages/messages.tsx';
import type { CancelFaults, CancelForm, CancelOffer } from './cancel-form.ts';
import { choosables, withAllOf } from './chosen-units.ts';
import { ItemPicker } from './item-picker.tsx';

interface Props {
  readonly form: CancelForm;
  readonly offer: CancelOffer;
  readonly faults: CancelFaults;
  readonly onChange: (change: Partial<CancelForm>) => void;
}

/** What is cancelled: the whole order, or some of its items. */
export function GoodsFields({ form, offer, faults, onChange }: Props) {
  const { t } = useMessages();
  const isSentInPart = offer.quote.selection.kind === 'lines';
  return (
    <BlockStack gap="300">
      {isSentInPart ? (
        <Text as="p">{t('cancelPopup.goods.sentInPart')}</Text>
      ) : (
        canBeDivided(offer) && (
          <InlineChoices
            title={t('cancelPopup.goods.title')}
            choices={[
              { value: 'order', label: t('wholeOrder') },
              {
                value: 'lines',
                label: t('cancelPopup.goods.lines'),
                disabled: offer.againstParts.length > 0,
              },
            ]}
            helpText={offer.againstParts.join(' ')}
            selected={form.scope}
            onChange={(scope) => onChange({ scope })}
          />
        )
      )}
      {form.scope === 'lines' && (
        <ItemPicker
          lines={offer.lines}
          units={form.units}
          onChange={(units) => onChange({ units })}
        />
      )}
      <FreeItems form={form} offer={offer} faults={faults} onChange={onChange} />
    </BlockStack>
  );
}

/** One thing alone is the whole order. */
const canBeDivided = ({ lines }: CancelOffer): boolean =>
  choosables(lines).reduce((count, { most }) => count + most, 0) > 1 || lines.length > 1;

/** Nothing given free for what is cancelled stays on the order unless somebody says so. */
function FreeItems({ form, offer, faults, onChange }: Props) {
  const { t } = useMessages();
  const left = offer.lines.filter((line) => faults.freeItemsLeft.includes(line.id));
  if (left.length > 0) {
    const takeable = left.filter((line) => line.cancellable > 0).map((line) => line.id);
    return (
      <Banner tone="warning" title={t('cancelPopup.free.left.title')}>
        <BlockStack gap="300">
          <Text as="p">{t('cancelPopup.free.left.text')}</Text>
          <List>
            {left.map((line) => (
              <List.Item key={line.id}>{line.title}</List.Item>
            ))}
          </List>
          <InlineStack gap="200" align="start">
            {takeable.length > 0 && (
              <Button
                onClick={() => onChange({ units: withAllOf(offer.lines, form.units, takeable) })}
              >
                {t('cancelPopup.free.cancel')}{' '}
              </Button>
            )}
            <Button onClick={() => onChange({ keepFreeItems: true })}>
              {t('cancelPopup.free.keep')}
            </Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    );
  }
  return form.keepFreeItems ? (
    <Checkbox
      label={t('cancelPopup.free.kept.label')}
      helpText={t('cancelPopup.free.kept.help')}
      checked
      onChange={() => onChange({ keepFreeItems: false })}
    />
  ) : null;
}
