import type { AdminMethods } from '../app-bridge-contract.ts';
import type { Port } from '../port.ts';
import { collectActions, observeTree, pressAction } from './bar-actions.ts';

export interface ModalApi {
  show: (id: string) => Promise<void>;
  hide: (id: string) => Promise<void>;
  toggle: (id: string) => Promise<void>;
}

const STYLE = `
  :host { display: contents; }
  dialog { --pad: 16px; inline-size: min(620px, calc(100vw - 32px)); max-block-size: calc(100dvh - 48px);
    padding: 0; border: 0; border-radius: 16px; overflow: hidden; background: #fff; color: #303030;
    box-shadow: 0 20px 20px -8px rgb(26 26 26 / 28%); font: 450 13px/20px Inter, -apple-system,
    BlinkMacSystemFont, 'San Francisco', 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; }
  dialog[open] { display: flex; flex-direction: column; }
  dialog::backdrop { background: rgb(0 0 0 / 50%); }
  dialog.small { inline-size: min(380px, calc(100vw - 32px)); }
  dialog.large { inline-size: min(980px, calc(100vw - 32px)); }
  dialog.max { inline-size: calc(100vw - 32px); max-inline-size: none; block-size: calc(100dvh - 32px);
    max-block-size: none; }
  header { display: flex; align-items: center; gap: 8px; flex: none; padding: 12px var(--pad);
    background: #f3f3f3; border-block-end: 1px solid #e3e3e3; }
  h2 { flex: 1; margin: 0; font-size: 14px; line-height: 20px; font-weight: 600; }
  .body { flex: 1; overflow: auto; min-block-size: 0; }
  iframe { display: block; inline-size: 100%; block-size: 60dvh; border: 0; }
  .max iframe { block-size: 100%; }
  footer { flex: none; display: flex; justify-content: flex-end; gap: 8px; padding: var(--pad);
    border-block-start: 1px solid #e3e3e3; }
  footer:empty { display: none; }
  button { font: inherit; font-size: 12px; font-weight: 550; padding: 6px 12px; border: 0;
    border-radius: 8px; background: #fff; cursor: pointer; color: #303030;
    box-shadow: 0 -1px 0 #b5b5b5 inset, 0 0 0 1px rgb(0 0 0 / 10%) inset, 0 .5px 0 1.5px #fff inset; }
  button:hover { background: #fafafa; }
  button.primary { background: #303030; color: #fff; box-shadow: 0 -1px 0 1px rgb(0 0 0 / 80%) inset, 0 0 0 1px #303030 inset, 0 .5px 0 1.5px rgb(255 255 255 / 25%) inset; }
  button.primary:hover { background: #1a1a1a; }
  button.critical { background: #e51c00; color: #fff; box-shadow: 0 -1px 0 1px rgb(142 11 33 / 80%) inset; }
  button:disabled { background: rgb(0 0 0 / 5%); color: #8a8a8a; box-shadow: none; cursor: default; }
  .close { padding: 4px 8px; background: none; box-shadow: none; font-size: 18px; line-height: 1; }
  :focus-visible { outline: 2px solid #005bd3; outline-offset: 1px; }
`;

type Variant = 'small' | 'base' | 'large' | 'max';

/**
 * `ui-modal` and `shopify.modal`. The real admin draws a modal above everything; here its panel is
 * drawn inside the app's frame and the admin darkens itself around it, which keeps the content in
 * the app's own document. Source of the behaviour:
 * https://shopify.dev/docs/api/app-bridge-library/web-components/ui-modal
 */
export function defineModal(admin: Port<AdminMethods>): ModalApi & { hideAll(): void } {
  class UiModal extends HTMLElement {
    static observedAttributes = ['variant', 'src'];
    readonly #dialog: HTMLDialogElement;
    #observer: MutationObserver | null = null;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      const style = document.createElement('style');
      style.textContent = STYLE;
      this.#dialog = document.createElement('dialog');
      this.#dialog.innerHTML =
        '<header><h2></h2><button class="close" type="button" aria-label="Close">×</button></header><div class="body"><slot></slot></div><footer></footer>';
      root.append(style, this.#dialog);
      this.#part('.close').addEventListener('click', () => void this.hide());
      this.#dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        void this.hide();
      });
      this.#dialog.addEventListener('click', (event) => {
        if (event.target === this.#dialog) void this.hide();
      });
    }

    #part(selector: string): HTMLElement {
      const part = this.#dialog.querySelector<HTMLElement>(selector);
      if (!part) throw new Error(`ui-modal has no ${selector}.`);
      return part;
    }

    get variant(): Variant {
      return (this.getAttribute('variant') ?? 'base') as Variant;
    }

    set variant(value: Variant) {
      this.setAttribute('variant', value);
    }

    get src(): string | undefined {
      return this.getAttribute('src') ?? undefined;
    }

    set src(value: string | undefined) {
      if (value === undefined) this.removeAttribute('src');
      else this.setAttribute('src', value);
    }

    /** The element that holds the content: the first child that is not a bar. */
    get content(): HTMLElement | undefined {
      return [...this.children].find(
        (child): child is HTMLElement =>
          child instanceof HTMLElement && !child.localName.startsWith('ui-'),
      );
    }

    set content(element: HTMLElement | undefined) {
      this.content?.remove();
      if (element) this.append(element);
    }

    get contentWindow(): Window | null {
      return this.#dialog.querySelector('iframe')?.contentWindow ?? null;
    }

    async show(): Promise<void> {
      if (this.#dialog.open) return;
      this.#draw();
      await admin.call('modal', { open: true });
      this.#dialog.showModal();
      this.dispatchEvent(new Event('show'));
    }

    async hide(): Promise<void> {
      if (!this.#dialog.open) return;
      this.#dialog.close();
      this.#dialog.querySelector('iframe')?.remove();
      await admin.call('modal', { open: false });
      this.dispatchEvent(new Event('hide'));
    }

    async toggle(): Promise<void> {
      await (this.#dialog.open ? this.hide() : this.show());
    }

    connectedCallback(): void {
      this.#observer = observeTree(this, () => {
        this.#draw();
      });
    }

    disconnectedCallback(): void {
      this.#observer?.disconnect();
      void this.hide();
    }

    attributeChangedCallback(): void {
      this.#draw();
    }

    #draw(): void {
      const bar = this.querySelector(':scope > ui-title-bar');
      this.#dialog.className = this.variant;
      const title = bar?.getAttribute('title') ?? '';
      const heading = this.#part('h2');
      if (heading.textContent !== title) heading.textContent = title;
      this.#dialog.setAttribute('aria-label', title === '' ? 'Dialog' : title);
      this.#drawActions(bar);
      this.#drawFrame();
    }

    #drawActions(bar: Element | null): void {
      const actions = bar ? collectActions(bar) : [];
      const ordered = [
        ...actions.filter((action) => action.variant !== 'primary'),
        ...actions.filter((action) => action.variant === 'primary'),
      ];
      this.#part('footer').replaceChildren(
        ...ordered.map((action) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = action.label;
          button.disabled = action.disabled || action.loading;
          button.setAttribute('aria-busy', String(action.loading));
          if (action.tone === 'critical') button.className = 'critical';
          else if (action.variant === 'primary') button.className = 'primary';
          button.addEventListener('click', () => {
            pressAction(action.id);
          });
          return button;
        }),
      );
    }

    #drawFrame(): void {
      const existing = this.#dialog.querySelector('iframe');
      if (this.src === undefined) {
        existing?.remove();
        return;
      }
      const address = new URL(this.src, location.href).href;
      if (existing?.src === address) return;
      const frame = existing ?? document.createElement('iframe');
      frame.src = address;
      frame.title = this.querySelector(':scope > ui-title-bar')?.getAttribute('title') ?? 'Modal';
      if (!existing) this.#part('.body').prepend(frame);
    }
  }

  customElements.define('ui-modal', UiModal);

  const find = (id: string): UiModal => {
    const element = document.getElementById(id);
    if (!(element instanceof UiModal)) throw new Error(`There is no ui-modal "${id}".`);
    return element;
  };
  return {
    show: async (id) => find(id).show(),
    hide: async (id) => find(id).hide(),
    toggle: async (id) => find(id).toggle(),
    hideAll() {
      for (const modal of document.querySelectorAll('ui-modal')) {
        if (modal instanceof UiModal) void modal.hide();
      }
    },
  };
}
