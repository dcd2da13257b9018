import type { SaveBar } from '../app-bridge-contract.ts';
import { confirmInAdmin } from './confirm.ts';
import { button } from './title-bar.ts';

/** The contextual save bar over the admin's top bar. */
export interface AdminSaveBar {
  show(bar: SaveBar | null): void;
  /** Resolves with true when nothing is unsaved or the merchant gives the changes up. */
  confirmLeave(): Promise<boolean>;
}

export function createSaveBar(place: HTMLElement, press: (id: string) => void): AdminSaveBar {
  let current: SaveBar | null = null;

  const discard = async (bar: SaveBar, id: string): Promise<void> => {
    const confirmed =
      !bar.discardConfirmation ||
      (await confirmInAdmin({
        title: 'Discard all unsaved changes',
        message: "If you discard changes, you'll delete any edits you made since you last saved.",
        confirm: 'Discard changes',
        cancel: 'Continue editing',
      }));
    if (confirmed) press(id);
  };

  addEventListener('beforeunload', (event) => {
    if (current !== null) event.preventDefault();
  });

  return {
    show(bar) {
      current = bar;
      place.hidden = bar === null;
      if (bar === null) {
        place.replaceChildren();
        return;
      }
      const label = document.createElement('span');
      label.className = 'save-bar-label';
      label.textContent = 'Unsaved changes';
      const actions = document.createElement('div');
      actions.className = 'save-bar-actions';
      if (bar.discard) {
        const element = button(bar.discard, (id) => void discard(bar, id));
        element.textContent = bar.discard.label || 'Discard';
        actions.append(element);
      }
      if (bar.save) {
        const element = button(bar.save, press);
        element.textContent = bar.save.label || 'Save';
        element.className = 'button save-bar-save';
        actions.append(element);
      }
      place.replaceChildren(label, actions);
    },
    async confirmLeave() {
      if (current === null) return true;
      const leave = await confirmInAdmin({
        title: 'Leave page with unsaved changes?',
        message: 'Leaving this page will delete all unsaved changes.',
        confirm: 'Leave page',
        cancel: 'Stay',
      });
      if (leave) this.show(null);
      return leave;
    },
  };
}
