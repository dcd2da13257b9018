import { within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** App Bridge's `ui-save-bar` as the page meets it: shown and hidden, with the page's own buttons in it. */
export class SaveBarElement extends HTMLElement {
  open = false;
  show(): void {
    this.open = true;
  }
  hide(): void {
    this.open = false;
  }
}
customElements.define('ui-save-bar', SaveBarElement);

/** The page's save bar. */
export function saveBar(): SaveBarElement {
  const bar = document.querySelector('ui-save-bar');
  if (!(bar instanceof SaveBarElement)) throw new Error('The page has no save bar');
  return bar;
}

/** Presses one of the save bar's buttons. */
export const pressInSaveBar = (name: 'Save' | 'Discard'): Promise<void> =>
  userEvent.click(within(saveBar()).getByText(name, { selector: 'button' }));
