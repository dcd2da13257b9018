import { TextField, type TextFieldProps } from '@shopify/polaris';

import { fieldId } from '../draft/fault-places.ts';
import { useFault } from './form-context.ts';

type Props = Pick<
  TextFieldProps,
  | 'label'
  | 'value'
  | 'onChange'
  | 'helpText'
  | 'suffix'
  | 'prefix'
  | 'maxLength'
  | 'showCharacterCount'
  | 'labelHidden'
  | 'type'
  | 'placeholder'
  | 'connectedRight'
  | 'inputMode'
> & {
  /** Of the field in the document. */
  readonly path: string;
};

/** A text of the policy, with what is wrong with it beside it. */
export function PolicyTextField({ path, ...field }: Props) {
  const fault = useFault(path);
  return <TextField id={fieldId(path)} autoComplete="off" error={fault ?? false} {...field} />;
}
