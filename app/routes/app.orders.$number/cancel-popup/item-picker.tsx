import { BlockStack, Button, InlineStack, Text, Thumbnail } from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { Messages } from '../../../messages/message-types.ts';
import type { StaffLineOffer } from '../../../contract/staff/staff-view.ts';
import {
  type Choosable,
  type ChosenUnits,
  choosables,
  chosenOf,
  withChosen,
} from './chosen-units.ts';
import styles from './item-picker.module.css';
import { QuantityStepper } from './quantity-stepper.tsx';

interface Props {
  readonly lines: readonly StaffLineOffer[];
  readonly units: ChosenUnits;
  readonly onChange: (units: ChosenUnits) => void;
}

/** Which items, and how many of each; the components of a bundle together. */
export function ItemPicker({ lines, units, onChange }: Props) {
  const { t } = useMessages();
  const items = choosables(lines);
  const isAll = items.every((item) => chosenOf(item, units) === item.most);
  const chooseAll = () =>
    onChange(items.reduce((chosen, item) => withChosen(item, chosen, item.most), units));
  return (
    <BlockStack gap="300">
      <InlineStack gap="300">
        <Button variant="plain" disabled={isAll} onClick={chooseAll}>
          {t('cancelPopup.items.all')}{' '}
        </Button>
        <Button
          variant="plain"
          disabled={items.every((item) => chosenOf(item, units) === 0)}
          onClick={() => onChange({})}
        >
          {t('cancelPopup.items.none')}{' '}
        </Button>
      </InlineStack>
      <ul className={styles['items']} aria-label={t('cancelPopup.items.label')}>
        {items.map((item) => (
          <Item key={item.key} item={item} units={units} onChange={onChange} />
        ))}
      </ul>
    </BlockStack>
  );
}

interface ItemProps extends Omit<Props, 'lines'> {
  readonly item: Choosable;
}

function Item({ item, units, onChange }: ItemProps) {
  const messages = useMessages();
  const notes = [...new Set(item.parts.flatMap(({ line }) => line.refusals))];
  const name = nameOf(item);
  return (
    <li className={styles['item']}>
      <Thumbnail source={item.parts[0]?.line.imageUrl ?? ImageIcon} alt="" size="small" />
      <BlockStack>
        <Text as="p" fontWeight="medium" breakWord>
          {name}
        </Text>
        {detailsOf(item, messages).map((detail) => (
          <Text as="p" key={detail} variant="bodySm" tone="subdued" breakWord>
            {detail}
          </Text>
        ))}
      </BlockStack>
      {item.most > 0 && (
        <QuantityStepper
          name={name}
          count={chosenOf(item, units)}
          most={item.most}
          onChange={(count) => onChange(withChosen(item, units, count))}
        />
      )}
      {notes.length > 0 && (
        <div className={styles['note']}>
          {notes.map((note) => (
            <Text as="p" key={note} variant="bodySm" tone="caution">
              {note}
            </Text>
          ))}
        </div>
      )}
    </li>
  );
}

const nameOf = ({ bundleTitle, parts }: Choosable): string =>
  bundleTitle ?? parts[0]?.line.title ?? '';

/** A line's variant; a bundle's components. */
const detailsOf = (
  { bundleTitle, parts }: Choosable,
  { t }: Messages<'staff'>,
): readonly string[] =>
  bundleTitle === null
    ? parts.flatMap(({ line }) => (line.variantTitle === null ? [] : [line.variantTitle]))
    : parts.map(({ line, unitsEach }) =>
        [t('units', { quantity: unitsEach, title: line.title }), line.variantTitle]
          .filter(Boolean)
          .join(', '),
      );
