import type { AdminMethods } from '../app-bridge-contract.ts';
import type { Port } from '../port.ts';

interface ToastOptions {
  duration?: number;
  isError?: boolean;
  action?: string;
  onAction?: () => void;
  onDismiss?: () => void;
}

export interface ToastApi {
  show(message: string, options?: ToastOptions): string;
  hide(id: string): void;
}

const DEFAULT_DURATION_MS = 5000;

/** `shopify.toast`: https://shopify.dev/docs/api/app-bridge-library/apis/toast */
export function createToast(admin: Port<AdminMethods>): {
  api: ToastApi;
  action(id: string): void;
  dismissed(id: string): void;
} {
  const shown = new Map<string, ToastOptions>();
  let lastId = 0;
  return {
    api: {
      show(message, options = {}) {
        const id = `toast-${String(++lastId)}`;
        shown.set(id, options);
        void admin.call('toastShow', {
          id,
          message,
          duration: options.duration ?? DEFAULT_DURATION_MS,
          isError: options.isError ?? false,
          action: options.action ?? null,
        });
        return id;
      },
      hide(id) {
        void admin.call('toastHide', { id });
      },
    },
    action: (id) => shown.get(id)?.onAction?.(),
    dismissed: (id) => shown.get(id)?.onDismiss?.(),
  };
}
