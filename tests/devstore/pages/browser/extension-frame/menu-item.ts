import type { HostMethods, MenuItem } from '../extension-contract.ts';
import type { Port } from '../port.ts';

function readMenuItem(): MenuItem | null {
  const roots = [...document.body.children].filter((child) => child.localName.startsWith('s-'));
  const [button] = roots;
  if (!button) return null;
  if (roots.length > 1 || button.localName !== 's-button') {
    throw new Error(
      'A menu item target renders one s-button and nothing else; this one rendered ' +
        roots.map((root) => `<${root.localName}>`).join(', '),
    );
  }
  return {
    label: button.textContent.trim(),
    href: button.getAttribute('href'),
    disabled: button.hasAttribute('disabled') || button.hasAttribute('loading'),
    critical: button.getAttribute('tone') === 'critical',
  };
}

/**
 * Tells the page which menu entry the target renders, whenever that changes; null hides it.
 * Source: https://shopify.dev/docs/apps/build/customer-accounts/order-action-extensions (the target
 * supports only the button component).
 */
export function reportMenuItem(host: Port<HostMethods>): void {
  let last: string | undefined;
  const report = (): void => {
    try {
      const item = readMenuItem();
      const text = JSON.stringify(item);
      if (text === last) return;
      last = text;
      void host.call('menuItem', item);
    } catch (error) {
      void host.call('failed', { message: String(error) });
    }
  };
  new MutationObserver(report).observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  report();
}

/** Presses the rendered button, as the page's menu entry was pressed. */
export function pressMenuItem(): void {
  document.body.querySelector<HTMLElement>('s-button')?.click();
}
