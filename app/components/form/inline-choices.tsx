import { BlockStack, InlineStack, RadioButton, Text } from '@shopify/polaris';
import { useId } from 'react';

import styles from './inline-choices.module.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

interface Props<Value extends string> {
  readonly title: string;
  readonly choices: readonly Choice<Value>[];
  readonly selected: Value;
  /** Below the choices: why one of them is not open. */
  readonly helpText?: string;
  readonly onChange: (value: Value) => void;
}

/** A few short choices beside each other, which Polaris stacks: in a popup height is what is scarce. */
export function InlineChoices<Value extends string>({
  title,
  choices,
  selected,
  helpText = '',
  onChange,
}: Props<Value>) {
  const name = useId();
  const helpId = useId();
  return (
    <fieldset
      className={styles['choices']}
      {...(helpText !== '' && { 'aria-describedby': helpId })}
    >
      <BlockStack gap="100">
        <legend className={styles['title']}>
          <Text as="span">{title}</Text>
        </legend>
        <InlineStack gap="400">
          {choices.map(({ value, label, disabled = false }) => (
            <RadioButton
              key={value}
              name={name}
              label={label}
              checked={value === selected}
              disabled={disabled}
              onChange={() => onChange(value)}
            />
          ))}
        </InlineStack>
        {helpText !== '' && (
          <Text as="p" id={helpId} tone="subdued">
            {helpText}
          </Text>
        )}
      </BlockStack>
    </fieldset>
  );
}
