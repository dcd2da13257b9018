import { Button, ButtonGroup, Text } from '@shopify/polaris';
import { MinusIcon, PlusIcon } from '@shopify/polaris-icons';

import { useMessages } from '../../../components/messages/messages.tsx';
import styles from './item-picker.module.css';

interface Props {
  /** What is counted, for screen readers. */
  readonly name: string;
  readonly count: number;
  readonly most: number;
  readonly onChange: (count: number) => void;
}

/** How many of something, by one more and one less. */
export function QuantityStepper({ name, count, most, onChange }: Props) {
  const { t } = useMessages();
  return (
    <div
      role="group"
      aria-label={t('cancelPopup.items.units', { item: name })}
      className={styles['stepper']}
    >
      <ButtonGroup gap="tight">
        <Button
          icon={MinusIcon}
          size="slim"
          disabled={count === 0}
          accessibilityLabel={t('cancelPopup.items.less', { item: name })}
          onClick={() => onChange(count - 1)}
        />
        <span role="status" className={styles['count']}>
          <Text as="span" numeric fontWeight={count > 0 ? 'semibold' : 'regular'}>
            {t('cancelPopup.items.count', { count, most })}
          </Text>
        </span>
        <Button
          icon={PlusIcon}
          size="slim"
          disabled={count === most}
          accessibilityLabel={t('cancelPopup.items.more', { item: name })}
          onClick={() => onChange(count + 1)}
        />
      </ButtonGroup>
    </div>
  );
}
