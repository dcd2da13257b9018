import { SElement, define } from './element.ts';
import { iconMarkup } from './icon.ts';

/** Fired on the document by an overlay; the runtime gives the frame the page's whole viewport. */
export const OVERLAY_EVENT = 'devstore-overlay';
/** Fired on the document when the close control of an action is pressed. */
export const CLOSE_EVENT = 'devstore-close';
/** Fired on the document when an action's heading changes. */
export const HEADING_EVENT = 'devstore-heading';

function tellOverlay(open: boolean): void {
  document.dispatchEvent(new CustomEvent(OVERLAY_EVENT, { detail: { open } }));
}

const CLOSE_BUTTON_STYLE = `
  .close { display: inline-flex; padding: 6px; border: 0; border-radius: 8px; background: none;
    color: var(--s-text-subdued); font-size: 16px; cursor: pointer; }
  .close:hover { background: var(--s-surface-subdued); color: var(--s-text); }
`;

const FOOTER_STYLE = `
  footer { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; align-items: center;
    padding: 16px var(--s-modal-padding); }
  footer[hidden] { display: none; }
`;

/** Hides a footer while none of its slots has anything in it. */
function hideEmptyFooter(element: HTMLElement, footer: HTMLElement): void {
  const show = (): void => {
    footer.hidden = !element.querySelector(
      ':scope > [slot=primary-action], :scope > [slot=secondary-actions]',
    );
  };
  footer.addEventListener('slotchange', show);
  show();
}

class SModal extends SElement {
  static override properties = {
    accessibilityLabel: 'string',
    heading: 'string',
    padding: 'string',
    size: 'string',
  } as const;
  static override ownEvents = ['show', 'hide', 'aftershow', 'afterhide'];
  static override style = `
    :host { display: contents; }
    dialog { inline-size: min(600px, calc(100vw - 32px)); max-block-size: calc(100dvh - 64px);
      padding: 0; border: 0; border-radius: 16px; color: var(--s-text);
      background: var(--s-surface-base); box-shadow: var(--s-modal-shadow); overflow: hidden; }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: rgb(0 0 0 / 45%); }
    :host([size='small']) dialog, :host([size='small-100']) dialog { inline-size: min(400px, calc(100vw - 32px)); }
    :host([size='large']) dialog, :host([size='large-100']) dialog { inline-size: min(820px, calc(100vw - 32px)); }
    :host([size='max']) dialog { inline-size: calc(100vw - 32px); block-size: calc(100dvh - 64px); }
    header { display: flex; align-items: center; gap: 12px; padding: 14px var(--s-modal-padding);
      border-block-end: 1px solid var(--s-border); }
    h2 { margin: 0; flex: 1; font-size: var(--s-heading-size); font-weight: 600; }
    .body { overflow: auto; padding: 16px var(--s-modal-padding); }
    :host([padding='none']) .body { padding: 0; }
    footer { border-block-start: 1px solid var(--s-border); }
    ${FOOTER_STYLE}${CLOSE_BUTTON_STYLE}
  `;

  readonly #dialog: HTMLDialogElement;

  constructor() {
    super();
    this.build(`<dialog aria-labelledby="heading"><header><h2 id="heading"></h2>
      <button class="close" type="button" aria-label="Close"></button></header>
      <div class="body"><slot></slot></div>
      <footer><slot name="secondary-actions"></slot><slot name="primary-action"></slot></footer></dialog>`);
    this.#dialog = this.inner<HTMLDialogElement>('dialog');
    const close = this.inner<HTMLButtonElement>('.close');
    close.innerHTML = iconMarkup('x');
    close.addEventListener('click', () => {
      this.hideOverlay();
    });
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.hideOverlay();
    });
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.hideOverlay();
    });
    hideEmptyFooter(this, this.inner('footer'));
  }

  showOverlay(): void {
    if (this.#dialog.open) return;
    tellOverlay(true);
    this.#dialog.showModal();
    this.fire('show');
    this.fire('aftershow');
  }

  hideOverlay(): void {
    if (!this.#dialog.open) return;
    this.#dialog.close();
    tellOverlay(false);
    this.fire('hide');
    this.fire('afterhide');
  }

  toggleOverlay(): void {
    if (this.#dialog.open) this.hideOverlay();
    else this.showOverlay();
  }

  disconnectedCallback(): void {
    if (this.#dialog.open) tellOverlay(false);
    this.#dialog.close();
  }

  protected override update(): void {
    this.inner('#heading').textContent = this.text('heading');
    if (this.text('accessibilityLabel') !== '') {
      this.#dialog.setAttribute('aria-label', this.text('accessibilityLabel'));
    }
  }
}

/** What the two action targets share: the content of a dialog whose frame the page draws. */
abstract class SAction extends SElement {
  static override properties = { heading: 'string', loading: 'boolean' } as const;
  static override style = `
    :host { display: block; }
    header, footer { position: sticky; z-index: 1; }
    header { inset-block-start: 0; display: flex; align-items: center; gap: 12px;
      padding: 14px 14px 14px var(--s-modal-padding);
      border-block-end: 1px solid var(--s-border); background: var(--s-action-header); }
    h2 { margin: 0; flex: 1; font-size: var(--s-action-heading); font-weight: 600;
      line-height: 1.4; color: var(--s-text); }
    .body { padding: 16px var(--s-modal-padding); }
    footer { inset-block-end: 0; border-block-start: 1px solid var(--s-border);
      background: var(--s-surface-base); }
    :host([loading]) .body { opacity: 0.5; pointer-events: none; }
    h2:focus { outline: none; }
    ${FOOTER_STYLE}${CLOSE_BUTTON_STYLE}
  `;

  #announced = false;

  constructor() {
    super();
    this.build(
      '<header><h2 tabindex="-1"></h2><button class="close" type="button" aria-label="Close"></button></header>',
    );
    this.build('<div class="body"><slot></slot></div>');
    this.build(
      '<footer><slot name="secondary-actions"></slot><slot name="primary-action"></slot></footer>',
    );
    const close = this.inner<HTMLButtonElement>('.close');
    close.innerHTML = iconMarkup('x');
    close.addEventListener('click', () => {
      document.dispatchEvent(new CustomEvent(CLOSE_EVENT));
    });
    hideEmptyFooter(this, this.inner('footer'));
  }

  protected override update(): void {
    const heading = this.text('heading');
    this.inner('h2').textContent = heading;
    // A dialog that opens is announced from its heading.
    if (!this.#announced) this.inner<HTMLElement>('h2').focus();
    this.#announced = true;
    this.inner('.body').setAttribute('aria-busy', String(this.flag('loading')));
    document.dispatchEvent(new CustomEvent(HEADING_EVENT, { detail: { heading } }));
  }
}

class SCustomerAccountAction extends SAction {}

class SAdminAction extends SAction {}

class SAdminBlock extends SElement {
  static override properties = { collapsedSummary: 'string', heading: 'string' } as const;
  static override style = `
    :host { display: block; padding: 16px; }
    header { display: flex; align-items: center; gap: 8px; margin-block-end: 12px; }
    header[hidden] { display: none; }
    h2 { margin: 0; flex: 1; font-size: 13px; font-weight: 600; line-height: 20px; }
  `;

  constructor() {
    super();
    this.build('<header><h2></h2></header>');
    this.build('<slot></slot>');
  }

  protected override update(): void {
    this.inner('h2').textContent = this.text('heading');
    this.inner<HTMLElement>('header').hidden = this.text('heading') === '';
  }
}

export function defineContainers(): void {
  define('s-modal', SModal);
  define('s-customer-account-action', SCustomerAccountAction);
  define('s-admin-action', SAdminAction);
  define('s-admin-block', SAdminBlock);
}
