import type { AdminMethods } from '../app-bridge-contract.ts';
import type { Port } from '../port.ts';
import { describeAction, observeTree } from './bar-actions.ts';

export interface SaveBarApi {
  show(id: string): Promise<void>;
  hide(id: string): Promise<void>;
  toggle(id: string): Promise<void>;
  leaveConfirmation(): Promise<void>;
}

interface SaveBarElement extends HTMLElement {
  readonly showing: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

function findSaveBar(id: string): SaveBarElement {
  const element = document.getElementById(id);
  if (element?.localName !== 'ui-save-bar') throw new Error(`There is no ui-save-bar "${id}".`);
  return element as SaveBarElement;
}

/**
 * `ui-save-bar`, forms with `data-save-bar`, and `shopify.saveBar`.
 * Source: https://shopify.dev/docs/api/app-bridge-library/web-components/ui-save-bar
 */
export function defineSaveBar(admin: Port<AdminMethods>): SaveBarApi {
  let showing: HTMLElement | null = null;

  const tell = async (element: HTMLElement | null): Promise<void> => {
    showing = element;
    if (element === null) {
      await admin.call('saveBar', null);
      return;
    }
    const buttons = [...element.querySelectorAll('button')];
    const save = buttons.find((button) => button.getAttribute('variant') === 'primary');
    const discard = buttons.find((button) => button !== save);
    await admin.call('saveBar', {
      discardConfirmation:
        element.hasAttribute('discardconfirmation') ||
        element.hasAttribute('data-discard-confirmation'),
      save: save ? describeAction(save) : null,
      discard: discard ? describeAction(discard) : null,
    });
  };

  customElements.define(
    'ui-save-bar',
    class extends HTMLElement {
      #observer: MutationObserver | null = null;

      get discardConfirmation(): boolean {
        return this.hasAttribute('discardconfirmation');
      }

      set discardConfirmation(value: unknown) {
        this.toggleAttribute('discardconfirmation', Boolean(value));
      }

      get showing(): boolean {
        return showing === this;
      }

      async show(): Promise<void> {
        if (showing === this) return;
        await tell(this);
        this.dispatchEvent(new Event('show'));
      }

      async hide(): Promise<void> {
        if (showing !== this) return;
        await tell(null);
        this.dispatchEvent(new Event('hide'));
      }

      async toggle(): Promise<void> {
        await (this.showing ? this.hide() : this.show());
      }

      connectedCallback(): void {
        this.style.display = 'none';
        this.#observer = observeTree(this, () => {
          if (showing === this) void tell(this);
        });
      }

      disconnectedCallback(): void {
        this.#observer?.disconnect();
        void this.hide();
      }
    },
  );

  watchForms(tell, () => showing);

  return {
    show: async (id) => findSaveBar(id).show(),
    hide: async (id) => findSaveBar(id).hide(),
    toggle: async (id) => findSaveBar(id).toggle(),
    async leaveConfirmation() {
      if (showing === null) return;
      const leave = await admin.call('confirmLeave', null);
      // Documented to resolve only when the merchant confirms; a refusal leaves the page as it is.
      if (!leave) await new Promise<never>(() => undefined);
      await tell(null);
    },
  };
}

/** Shows a save bar for a `data-save-bar` form from its first change to its submit or reset. */
function watchForms(
  tell: (element: HTMLElement | null) => Promise<void>,
  showing: () => HTMLElement | null,
): void {
  const bars = new WeakMap<HTMLFormElement, HTMLElement>();

  const barOf = (form: HTMLFormElement): HTMLElement => {
    const existing = bars.get(form);
    if (existing) return existing;
    const bar = document.createElement('div');
    bar.toggleAttribute(
      'data-discard-confirmation',
      form.hasAttribute('data-discard-confirmation'),
    );
    const save = document.createElement('button');
    save.setAttribute('variant', 'primary');
    save.textContent = 'Save';
    save.addEventListener('click', () => {
      form.requestSubmit();
    });
    const discard = document.createElement('button');
    discard.textContent = 'Discard';
    discard.addEventListener('click', () => {
      form.reset();
    });
    bar.append(save, discard);
    bars.set(form, bar);
    return bar;
  };

  const formOf = (event: Event): HTMLFormElement | null =>
    event.target instanceof Element
      ? event.target.closest<HTMLFormElement>('form[data-save-bar]')
      : null;

  for (const type of ['input', 'change']) {
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      if (form && showing() !== barOf(form)) void tell(barOf(form));
    });
  }
  for (const type of ['submit', 'reset']) {
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      if (form && showing() === barOf(form)) void tell(null);
    });
  }
}
