import { type RefObject, useEffect, useRef, useState } from 'react';

interface FocusOnFault<Form extends HTMLElement> {
  readonly formRef: RefObject<Form>;
  /** Does something; when a field of the form is marked as wrong by it, the focus goes there. */
  readonly orToFault: (action: () => void) => () => void;
}

/** A field that stands in the way is seen, wherever the form was scrolled to, and can be mended at once. */
export function useFocusOnFault<Form extends HTMLElement>(): FocusOnFault<Form> {
  const formRef = useRef<Form>(null);
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    if (presses > 0) firstWrong(formRef.current)?.focus();
  }, [presses]);
  const orToFault = (action: () => void) => () => {
    action();
    setPresses((count) => count + 1);
  };
  return { formRef, orToFault };
}

/** A group of choices is marked as a whole: its first choice takes the focus. */
function firstWrong(form: HTMLElement | null): HTMLElement | null {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  return wrong?.matches('fieldset') ? wrong.querySelector('input') : wrong;
}
