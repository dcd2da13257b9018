import type { AdminMethods } from '../app-bridge-contract.ts';
import type { Port } from '../port.ts';
import { collectActions, observeTree } from './bar-actions.ts';

/** `ui-title-bar`: https://shopify.dev/docs/api/app-bridge-library/web-components/ui-title-bar */
export function defineTitleBar(admin: Port<AdminMethods>): void {
  let due = false;

  /** Tells the admin what its bar shows: the page's last title bar that is not a modal's. */
  const report = (): void => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      const bars = [...document.querySelectorAll('ui-title-bar')].filter(
        (bar) => bar.closest('ui-modal') === null,
      );
      const bar = bars.at(-1);
      void admin.call(
        'titleBar',
        bar === undefined
          ? null
          : { title: bar.getAttribute('title') ?? document.title, actions: collectActions(bar) },
      );
    });
  };

  customElements.define(
    'ui-title-bar',
    class extends HTMLElement {
      #observer: MutationObserver | null = null;

      connectedCallback(): void {
        this.style.display = 'none';
        this.#observer = observeTree(this, report);
        report();
      }

      disconnectedCallback(): void {
        this.#observer?.disconnect();
        report();
      }
    },
  );
}
