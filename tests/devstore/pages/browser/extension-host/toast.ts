/** Short messages at the foot of the page, shown by the page for the app or an extension. */
export interface ToastOptions {
  id?: string;
  message: string;
  isError?: boolean;
  /** Milliseconds; App Bridge's default is 5000. */
  duration?: number;
  action?: { label: string; run: () => void } | null;
  dismissed?: () => void;
}

const DEFAULT_DURATION = 5000;

function region(): HTMLElement {
  const existing = document.querySelector<HTMLElement>('.toasts');
  if (existing) return existing;
  const fresh = document.createElement('div');
  fresh.className = 'toasts';
  fresh.setAttribute('role', 'status');
  fresh.setAttribute('aria-live', 'polite');
  fresh.popover = 'manual';
  document.body.append(fresh);
  return fresh;
}

export function showToast(options: ToastOptions): void {
  const { message, isError = false, duration = DEFAULT_DURATION, action = null } = options;
  const toast = document.createElement('div');
  toast.className = isError ? 'toast toast-error' : 'toast';
  if (options.id !== undefined) toast.dataset['toastId'] = options.id;
  const text = document.createElement('span');
  text.textContent = message;
  toast.append(text);
  const leave = (): void => {
    toast.remove();
    if (!region().childElementCount) region().hidePopover();
  };
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'toast-action';
    button.textContent = action.label;
    button.addEventListener('click', () => {
      action.run();
      leave();
    });
    toast.append(button);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'toast-close';
  close.setAttribute('aria-label', 'Dismiss');
  close.textContent = '×';
  close.addEventListener('click', () => {
    options.dismissed?.();
    leave();
  });
  toast.append(close);
  const place = region();
  place.append(toast);
  // The top layer is a stack: shown anew, the toasts lie above a dialog opened meanwhile.
  if (place.matches(':popover-open')) place.hidePopover();
  place.showPopover();
  setTimeout(leave, duration);
}

export function hideToast(id: string): void {
  document.querySelector(`.toast[data-toast-id="${CSS.escape(id)}"]`)?.remove();
}
