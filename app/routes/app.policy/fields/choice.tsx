import { ChoiceList } from '@shopify/polaris';

interface Props<Value extends string> {
  readonly title: string;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly helpText?: string;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly titleHidden?: boolean;
}

/** One of a few, all in plain sight. */
export function Choice<Value extends string>({
  title,
  choices,
  value,
  onChange,
  titleHidden = false,
}: Props<Value>) {
  return (
    <ChoiceList
      title={title}
      titleHidden={titleHidden}
      choices={choices.map((choice) => ({ ...choice }))}
      selected={[value]}
      onChange={([chosen]) => {
        const known = choices.find((choice) => choice.value === chosen);
        if (known) onChange(known.value);
      }}
    />
  );
}
