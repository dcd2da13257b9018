import { Button, ButtonGroup, Text } from '@shopify/polaris';
import { MinusIcon, PlusIcon } from '@shopify/polaris-icons';

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
  return (
    <div role="group" aria-label={`Units of ${name} to cancel`} className={styles['stepper']}>
      <ButtonGroup gap="tight">
        <Button
          icon={MinusIcon}
          size="slim"
          disabled={count === 0}
          accessibilityLabel={`One less of ${name}`}
          onClick={() => onChange(count - 1)}
        />
        <span role="status" className={styles['count']}>
          <Text as="span" numeric fontWeight={count > 0 ? 'semibold' : 'regular'}>
            {`${count} of ${most}`}
          </Text>
        </span>
        <Button
          icon={PlusIcon}
          size="slim"
          disabled={count === most}
          accessibilityLabel={`One more of ${name}`}
          onClick={() => onChange(count + 1)}
        />
      </ButtonGroup>
    </div>
  );
}
