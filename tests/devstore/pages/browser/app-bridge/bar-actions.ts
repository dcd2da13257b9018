import type { BarAction } from '../app-bridge-contract.ts';

const known = new WeakMap<Element, string>();
const byId = new Map<string, WeakRef<HTMLElement>>();
let lastId = 0;

function idOf(element: HTMLElement): string {
  const existing = known.get(element);
  if (existing !== undefined) return existing;
  const fresh = `action-${String(++lastId)}`;
  known.set(element, fresh);
  byId.set(fresh, new WeakRef(element));
  return fresh;
}

/** Presses the app's own element, so that whatever listens on it runs. */
export function pressAction(id: string): void {
  byId.get(id)?.deref()?.click();
}

/** Describes one of the app's `button` or `a` elements for the admin to draw. */
export function describeAction(element: HTMLElement, section: string | null = null): BarAction {
  const variant = element.getAttribute('variant');
  const loading = element.getAttribute('loading');
  return {
    id: idOf(element),
    label: element.textContent.trim(),
    variant: variant === 'primary' || variant === 'breadcrumb' ? variant : 'plain',
    tone: element.getAttribute('tone') === 'critical' ? 'critical' : 'default',
    disabled: element.hasAttribute('disabled'),
    loading: loading !== null && loading !== 'false',
    section,
  };
}

/** The actions among a bar's children: buttons, links, and the entries of its menus. */
export function collectActions(bar: Element): BarAction[] {
  const actions: BarAction[] = [];
  for (const child of bar.children) {
    if (!(child instanceof HTMLElement)) continue;
    if (child.localName === 'section') {
      const label = child.getAttribute('label') ?? 'More actions';
      for (const entry of child.querySelectorAll<HTMLElement>('button, a')) {
        actions.push(describeAction(entry, label));
      }
    } else if (child.localName === 'button' || child.localName === 'a') {
      actions.push(describeAction(child));
    }
  }
  return actions;
}

/** Calls back after any change in an element's children, attributes or text. */
export function observeTree(element: Element, changed: () => void): MutationObserver {
  const observer = new MutationObserver(changed);
  observer.observe(element, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  return observer;
}
