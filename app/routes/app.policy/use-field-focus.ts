import { useEffect } from 'react';

import { fieldId } from './draft/fault-places.ts';

/** Moves the focus to a field once the part of the page that holds it is there. */
export function useFieldFocus(wanted: { readonly path: string } | null, place: unknown): void {
  useEffect(() => {
    if (!wanted) return;
    const field = fieldNear(wanted.path);
    if (!field) return;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }, [wanted, place]);
}

/** The field of a path, or else the nearest thing around it or in it. */
function fieldNear(path: string): HTMLElement | null {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length--) {
    const id = fieldId(steps.slice(0, length).join('.'));
    const found =
      document.getElementById(id) ??
      document.querySelector<HTMLElement>(`[id^="${CSS.escape(`${id}.`)}"]`);
    if (found) return found;
  }
  return null;
}
