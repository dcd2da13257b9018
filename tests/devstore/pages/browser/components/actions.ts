import { SElement, define } from './element.ts';
import { runCommand } from './command.ts';
import { iconMarkup } from './icon.ts';

/** Fired on the document when an element with an `href` is activated; the runtime navigates. */
export const NAVIGATE_EVENT = 'devstore-navigate';

export interface NavigateDetail {
  url: string;
  newTab: boolean;
}

function requestNavigation(detail: NavigateDetail): void {
  document.dispatchEvent(new CustomEvent<NavigateDetail>(NAVIGATE_EVENT, { detail }));
}

/** What `s-button`, `s-link` and `s-clickable` share: one native control, commands and links. */
abstract class SActivator extends SElement {
  static override delegatesFocus = true;
  static override properties = {
    accessibilityLabel: 'string',
    command: 'string',
    commandFor: 'string',
    disabled: 'boolean',
    href: 'string',
    icon: 'string',
    inlineSize: 'string',
    interestFor: 'string',
    loading: 'boolean',
    target: 'string',
    tone: 'string',
    type: 'string',
    variant: 'string',
    lang: 'string',
  } as const;

  constructor() {
    super();
    this.addEventListener(
      'click',
      (event) => {
        if (!this.inactive) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
    this.addEventListener('click', (event) => {
      if (this.text('href') !== '') event.preventDefault();
      setTimeout(() => {
        this.activate();
      });
    });
  }

  get inactive(): boolean {
    return this.flag('disabled') || this.flag('loading');
  }

  /** What a press does once the extension's own click handlers have run. */
  protected activate(): void {
    const commandFor = this.text('commandFor');
    if (commandFor !== '') runCommand(this, commandFor, this.text('command'));
    const href = this.text('href');
    if (href !== '') requestNavigation({ url: href, newTab: this.text('target') === '_blank' });
  }

  /** The native control: a link when there is an address, a button otherwise. */
  protected control(className: string): HTMLElement {
    const wanted = this.text('href') === '' ? 'button' : 'a';
    let control = this.root.querySelector<HTMLElement>('.control');
    if (control?.localName !== wanted) {
      const fresh = document.createElement(wanted);
      fresh.innerHTML =
        '<span class="icon" hidden></span><span class="label"><slot></slot></span><span class="spinner" aria-hidden="true"></span>';
      control?.remove();
      this.root.append(fresh);
      control = fresh;
    }
    control.className = `control ${className}`;
    if (control instanceof HTMLButtonElement) {
      control.type = 'button';
      control.disabled = this.flag('disabled');
    } else {
      control.setAttribute('href', this.text('href'));
    }
    if (this.flag('loading')) {
      control.setAttribute('aria-busy', 'true');
      control.setAttribute('aria-disabled', 'true');
    } else {
      control.removeAttribute('aria-busy');
      control.removeAttribute('aria-disabled');
    }
    const label = this.text('accessibilityLabel');
    if (label === '') control.removeAttribute('aria-label');
    else control.setAttribute('aria-label', label);
    const icon = control.querySelector<HTMLElement>('.icon');
    if (icon) {
      icon.hidden = this.text('icon') === '';
      icon.innerHTML = this.text('icon') === '' ? '' : iconMarkup(this.text('icon'));
    }
    return control;
  }
}

class SButton extends SActivator {
  static override style = `
    :host { display: inline-block; vertical-align: middle; }
    :host([inlinesize='fill']) { display: block; }
    :host([inlinesize='fill']) .control { inline-size: 100%; }
    .control { position: relative; display: inline-flex; align-items: center;
      justify-content: center; gap: 6px; min-block-size: var(--s-button-height);
      padding: 0 var(--s-button-padding); border: 0; border-radius: var(--s-button-radius);
      font-size: var(--s-button-size); font-weight: var(--s-button-weight); line-height: 1.25;
      text-align: center; text-decoration: none; cursor: pointer; user-select: none;
      color: var(--s-text); background: var(--s-button-bg); box-shadow: var(--s-button-shadow);
      transition: background-color 100ms ease, box-shadow 100ms ease; }
    .control:hover { background: var(--s-button-bg-hover); }
    .control:active { box-shadow: var(--s-button-shadow-active); }
    .primary { color: var(--s-on-accent); background: var(--s-accent);
      box-shadow: var(--s-primary-shadow); }
    .primary:hover { background: var(--s-accent-hover); }
    .tertiary { background: transparent; box-shadow: none; }
    .tertiary:hover { background: var(--s-surface-subdued); }
    .critical { color: var(--s-critical); }
    .primary.critical { color: #fff; background: var(--s-critical-fill);
      box-shadow: var(--s-critical-shadow); }
    .primary.critical:hover { background: var(--s-critical-fill-hover); }
    .control:disabled { cursor: default; color: var(--s-disabled-text);
      background: var(--s-disabled-bg); box-shadow: none; }
    .control[aria-busy='true'] { cursor: progress; }
    .control[aria-busy='true'] .label, .control[aria-busy='true'] .icon { visibility: hidden; }
    .spinner { display: none; position: absolute; inset: 0; margin: auto; inline-size: 18px;
      block-size: 18px; border: 2px solid currentColor; border-inline-end-color: transparent;
      border-radius: 50%; animation: turn 700ms linear infinite; }
    .control[aria-busy='true'] .spinner { display: block; }
    .icon svg { display: block; inline-size: 18px; block-size: 18px; fill: currentColor; }
    @keyframes turn { to { transform: rotate(360deg); } }
    @media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 3s; } }
  `;

  /** The variant in force: a lone "auto" button in a primary slot is the primary one. */
  get effectiveVariant(): string {
    const variant = this.text('variant');
    if (variant !== '' && variant !== 'auto') return variant;
    return this.slot === 'primary-action' ? 'primary' : 'secondary';
  }

  protected override update(): void {
    this.control(`${this.effectiveVariant} ${this.text('tone')}`);
  }

  protected override activate(): void {
    super.activate();
    if (this.text('type') === 'submit') this.closest<SForm>('s-form')?.requestSubmit();
  }
}

class SLink extends SActivator {
  static override style = `
    :host { display: inline; }
    .control { display: inline; padding: 0; border: 0; background: none; cursor: pointer;
      color: var(--s-link); text-decoration: underline; text-underline-offset: 2px; }
    .control:hover { text-decoration-thickness: 2px; }
    .neutral { color: inherit; }
    .critical { color: var(--s-critical); }
    .spinner, .icon { display: none; }
  `;

  protected override update(): void {
    this.control(this.text('tone'));
  }
}

class SClickable extends SActivator {
  static override style = `
    :host { display: block; }
    .control { display: block; inline-size: 100%; padding: 0; border: 0; background: none;
      text-align: start; text-decoration: none; color: inherit; cursor: pointer; }
    .spinner, .icon { display: none; }
  `;

  protected override update(): void {
    this.control('');
  }
}

class SButtonGroup extends SElement {
  static override properties = { accessibilityLabel: 'string', gap: 'string' } as const;
  static override style = `
    :host { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  `;

  constructor() {
    super();
    this.build('<slot name="secondary-actions"></slot>');
    this.build('<slot></slot><slot name="primary-action"></slot>');
  }

  protected override update(): void {
    this.setAttribute('role', 'group');
    if (this.text('accessibilityLabel') !== '') {
      this.setAttribute('aria-label', this.text('accessibilityLabel'));
    }
  }
}

class SForm extends SElement {
  static override properties = { disabled: 'boolean' } as const;
  static override style = ':host { display: block; }';

  constructor() {
    super();
    this.build('<slot></slot>');
    this.addEventListener('keydown', (event) => {
      const from = event.composedPath()[0];
      if (event.key === 'Enter' && from instanceof HTMLInputElement) this.requestSubmit();
    });
  }

  requestSubmit(): void {
    if (!this.flag('disabled')) this.fire('submit', { bubbles: true, cancelable: true });
  }
}

export function defineActions(): void {
  define('s-button', SButton);
  define('s-link', SLink);
  define('s-clickable', SClickable);
  define('s-button-group', SButtonGroup);
  define('s-form', SForm);
}
