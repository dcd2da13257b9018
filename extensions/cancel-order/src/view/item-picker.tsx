import type { ShopperLine } from '../../../../app/contract/shopper/shopper-view.ts';
import { enteredValue, isTicked } from '../../../shared/entered-value.ts';
import { type Entry, type Item, itemsOf, type Offer } from '../entry.ts';
import { refusalTexts, type Translate, type Words } from '../words.ts';

interface ItemPickerProps {
  readonly offer: Offer;
  readonly entry: Entry;
  readonly disabled: boolean;
  readonly words: Words;
  readonly onChange: (entry: Entry) => void;
}

/** The order's items, with how much of each is cancelled; what has to stay stands there with its reason. */
export function ItemPicker({ offer, entry, disabled, words, onChange }: ItemPickerProps) {
  const t = words.translate;
  return (
    <s-stack gap="base" accessibilityRole="unordered-list" accessibilityLabel={t('items.label')}>
      {itemsOf(offer).map((item) => (
        <s-grid
          key={item.key}
          accessibilityRole="list-item"
          gridTemplateColumns="1fr auto"
          gap="base"
          alignItems="center"
          border="base"
          borderRadius="base"
          padding="small-200"
        >
          <s-stack gap="small-200">
            {item.parts.map(({ line }) => (
              <Line key={line.id} line={line} t={t} />
            ))}
            {item.parts.length > 1 && (
              <s-text color="subdued" type="small">
                {t('items.together')}
              </s-text>
            )}
          </s-stack>
          <HowMany
            item={item}
            taken={entry.taken[item.key] ?? 0}
            disabled={disabled}
            t={t}
            onChange={(taken) =>
              onChange({ ...entry, taken: { ...entry.taken, [item.key]: taken } })
            }
          />
        </s-grid>
      ))}
    </s-stack>
  );
}

function Line({ line, t }: { line: ShopperLine; t: Translate }) {
  return (
    <s-grid gridTemplateColumns="auto 1fr" gap="small-200" alignItems="center">
      <s-product-thumbnail size="small" alt="" {...(line.imageUrl ? { src: line.imageUrl } : {})} />
      <s-stack gap="none">
        <s-text type="strong">{nameOf(line, t)}</s-text>
        {line.variantTitle !== null && <s-text color="subdued">{line.variantTitle}</s-text>}
        {refusalTexts(t, line.refusals).map((text) => (
          <s-text key={text} type="small">
            {text}
          </s-text>
        ))}
      </s-stack>
    </s-grid>
  );
}

interface HowManyProps {
  readonly item: Item;
  readonly taken: number;
  readonly disabled: boolean;
  readonly t: Translate;
  readonly onChange: (taken: number) => void;
}

/** A box to tick where there is one way to take it, a counter where there are more. */
function HowMany({ item: { parts, most }, taken, disabled, t, onChange }: HowManyProps) {
  const title = parts.map(({ line }) => line.title).join(', ');
  if (most <= 1) {
    return (
      <s-checkbox
        accessibilityLabel={t('items.cancel', { title })}
        checked={taken > 0}
        disabled={disabled || most === 0}
        onChange={(event: Event) => onChange(isTicked(event) ? 1 : 0)}
      />
    );
  }
  const count = (event: Event) => onChange(countIn(enteredValue(event)));
  return (
    <s-number-field
      label={t('items.howMany', { title })}
      labelAccessibilityVisibility="exclusive"
      controls="stepper"
      inputMode="numeric"
      min={0}
      max={most}
      step={1}
      value={String(taken)}
      disabled={disabled}
      onInput={count}
      onChange={count}
    />
  );
}

function nameOf({ title, quantity }: ShopperLine, t: Translate): string {
  return quantity === 1 ? title : t('items.count', { quantity, title });
}

function countIn(text: string): number {
  const count = Math.trunc(Number(text));
  return count > 0 ? count : 0;
}
