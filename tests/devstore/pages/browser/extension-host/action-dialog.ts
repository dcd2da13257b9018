import type { ExtensionStart } from '../extension-contract.ts';
import { startExtension, type PageServices } from './extension-frame.ts';

/**
 * Opens an action target over the page. The dialog is modal (the page behind is inert), Escape and
 * the extension's `close()` end it, and focus returns to where it was.
 *
 * @param closed called once, however the dialog ends
 */
export function openActionDialog(
  start: ExtensionStart,
  page: PageServices,
  closed: () => void = () => undefined,
): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'action-dialog';
  dialog.setAttribute('aria-label', start.handle);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    dialog.close();
  });
  let focused = false;
  const frame = startExtension(start, dialog, page, {
    heading: (heading) => {
      if (heading !== '') dialog.setAttribute('aria-label', heading);
      // Only once the frame has its document can the focus stay in it.
      if (!focused) frame.element.focus();
      focused = true;
    },
    close: () => {
      dialog.close();
    },
  });
  dialog.addEventListener('close', () => {
    frame.remove();
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
}
