import { SElement, define, textOf, type PropertyKind } from './element.ts';

const FIELD_PROPERTIES: Readonly<Record<string, PropertyKind>> = {
  autocomplete: 'string',
  defaultValue: 'string',
  details: 'string',
  disabled: 'boolean',
  error: 'string',
  icon: 'string',
  label: 'string',
  labelAccessibilityVisibility: 'string',
  max: 'string',
  maxLength: 'string',
  min: 'string',
  minLength: 'string',
  name: 'string',
  placeholder: 'string',
  prefix: 'string',
  readOnly: 'boolean',
  required: 'boolean',
  rows: 'string',
  step: 'string',
  suffix: 'string',
};

export const FIELD_STYLE = `
  :host { display: block; min-inline-size: 0; }
  .field { display: flex; flex-direction: column; gap: 4px; }
  .label { font-size: var(--s-label-size); line-height: 1.4; color: var(--s-text); }
  .label[data-exclusive] { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
    clip-path: inset(50%); }
  .label .required { color: var(--s-text-subdued); }
  .control { display: flex; align-items: center; gap: 6px; min-block-size: var(--s-field-height);
    padding: 0 12px; border: 1px solid var(--s-field-border); border-radius: var(--s-field-radius);
    background: var(--s-field-bg); transition: border-color 100ms ease, box-shadow 100ms ease; }
  .control:hover { border-color: var(--s-field-border-hover); }
  .control:focus-within { border-color: var(--s-focus); box-shadow: 0 0 0 1px var(--s-focus); }
  .control :focus-visible { outline: none; }
  .control input, .control textarea, .control select { flex: 1; min-inline-size: 0; border: 0;
    background: none; padding: 8px 0; outline: none; line-height: 1.4; }
  .control textarea { resize: vertical; }
  .control input:disabled, .control textarea:disabled, .control select:disabled {
    color: var(--s-disabled-text); }
  .affix { color: var(--s-text-subdued); white-space: nowrap; }
  .invalid .control { border-color: var(--s-critical); background: var(--s-critical-bg); }
  .error { color: var(--s-critical); font-size: 0.9em; line-height: 1.4; }
  .details { color: var(--s-text-subdued); font-size: 0.9em; line-height: 1.4; }
`;

type NativeControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A labelled native control with an error and a hint, both announced with the control. */
abstract class SField extends SElement {
  static override delegatesFocus = true;
  static override properties = FIELD_PROPERTIES;
  static override style = FIELD_STYLE;
  static formAssociated = true;

  protected readonly control: NativeControl;
  #touched = false;

  constructor(controlMarkup: string) {
    super();
    this.build(`<div class="field">
      <label class="label" for="control"></label>
      <div class="control"><span class="affix prefix" hidden></span>${controlMarkup}
        <span class="affix suffix" hidden></span><slot name="accessory"></slot></div>
      <div class="error" id="error" hidden></div>
      <div class="details" id="details" hidden></div>
    </div>`);
    this.control = this.inner<NativeControl>('#control');
    for (const type of ['input', 'change'] as const) {
      this.control.addEventListener(type, (event) => {
        event.stopPropagation();
        this.#touched = true;
        this.fire(type, { bubbles: true });
      });
    }
    for (const type of ['focus', 'blur'] as const) {
      this.control.addEventListener(type, () => this.fire(type));
    }
  }

  get value(): string {
    return this.control.value;
  }

  set value(value: unknown) {
    this.#touched = true;
    const text = textOf(value);
    if (this.control.value !== text) this.control.value = text;
  }

  override attributeChangedCallback(name?: string): void {
    super.attributeChangedCallback();
    if (name === 'defaultvalue') this.adoptDefault();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.adoptDefault();
  }

  /** Shows the default until the shopper or the extension has set a value. */
  protected adoptDefault(): void {
    const initial = this.getAttribute('value') ?? this.getAttribute('defaultvalue');
    if (!this.#touched && initial !== null) this.control.value = initial;
  }

  protected get labelText(): string {
    return this.text('label');
  }

  protected override update(): void {
    const { control } = this;
    const label = this.inner<HTMLElement>('.label');
    label.textContent = this.labelText;
    label.hidden = this.labelText === '';
    label.toggleAttribute(
      'data-exclusive',
      this.text('labelAccessibilityVisibility') === 'exclusive',
    );
    control.disabled = this.flag('disabled');
    control.required = this.flag('required');
    if (!(control instanceof HTMLSelectElement)) {
      control.readOnly = this.flag('readOnly');
      control.placeholder = this.text('placeholder');
      this.copyAttribute('maxLength');
      this.copyAttribute('minLength');
    }
    this.copyAttribute('autocomplete');
    const error = this.text('error');
    this.inner('.field').classList.toggle('invalid', error !== '');
    this.showText('.error', error);
    this.showText('.details', this.text('details'));
    this.showText('.prefix', this.text('prefix'));
    this.showText('.suffix', this.text('suffix'));
    control.setAttribute('aria-invalid', String(error !== ''));
    const described = [error && 'error', this.text('details') && 'details'].filter(Boolean);
    if (described.length > 0) control.setAttribute('aria-describedby', described.join(' '));
    else control.removeAttribute('aria-describedby');
  }

  protected copyAttribute(name: string): void {
    const value = this.text(name);
    if (value === '') this.control.removeAttribute(name.toLowerCase());
    else this.control.setAttribute(name.toLowerCase(), value);
  }

  private showText(selector: string, text: string): void {
    const part = this.inner<HTMLElement>(selector);
    part.textContent = text;
    part.hidden = text === '';
  }
}

class STextField extends SField {
  constructor() {
    super('<input id="control" type="text">');
  }
}

class SEmailField extends SField {
  constructor() {
    super('<input id="control" type="email" autocomplete="email">');
  }
}

class SSearchField extends SField {
  constructor() {
    super('<input id="control" type="search">');
  }
}

class SNumberField extends SField {
  static override properties = {
    ...FIELD_PROPERTIES,
    controls: 'string',
    inputMode: 'string',
  } as const;
  static override style = `${FIELD_STYLE}
    .stepper { display: inline-flex; align-items: center; gap: 2px; }
    .stepper button { inline-size: 32px; block-size: 32px; border: 0; border-radius: 8px;
      background: none; cursor: pointer; font-size: 18px; line-height: 1; color: var(--s-text); }
    .stepper button:hover:enabled { background: var(--s-surface-subdued); }
    .stepper button:disabled { color: var(--s-disabled-text); cursor: default; }
    :host([controls='stepper']) .control { inline-size: fit-content; padding: 0 4px; }
    :host([controls='stepper']) input { inline-size: 40px; flex: none; text-align: center;
      appearance: textfield; }
    :host([controls='stepper']) input::-webkit-inner-spin-button { appearance: none; margin: 0; }
    :host([controls='none']) input { appearance: textfield; }
    :host([controls='none']) input::-webkit-inner-spin-button { appearance: none; margin: 0; }
  `;

  constructor() {
    super('<input id="control" type="number" inputmode="decimal">');
    const input = this.control;
    const step = (direction: 1 | -1): HTMLButtonElement => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = direction === 1 ? '+' : '−';
      button.setAttribute('aria-label', direction === 1 ? 'Increase' : 'Decrease');
      button.addEventListener('click', () => {
        if (!(input instanceof HTMLInputElement)) return;
        const before = input.value;
        if (direction === 1) input.stepUp();
        else input.stepDown();
        if (input.value === before) return;
        input.dispatchEvent(new Event('input'));
        input.dispatchEvent(new Event('change'));
        this.requestUpdate();
      });
      return button;
    };
    const down = document.createElement('span');
    const up = document.createElement('span');
    down.className = up.className = 'stepper';
    down.append(step(-1));
    up.append(step(1));
    input.before(down);
    input.after(up);
    this.addEventListener('input', () => {
      this.requestUpdate();
    });
  }

  protected override update(): void {
    for (const name of ['min', 'max', 'step']) this.copyAttribute(name);
    super.update();
    const value = Number(this.control.value);
    const [down, up] = this.root.querySelectorAll<HTMLElement>('.stepper');
    const bounds: [HTMLElement | undefined, string, boolean][] = [
      [down, 'Decrease', this.text('min') !== '' && value <= Number(this.text('min'))],
      [up, 'Increase', this.text('max') !== '' && value >= Number(this.text('max'))],
    ];
    for (const [holder, verb, reached] of bounds) {
      if (!holder) continue;
      holder.hidden = this.text('controls') !== 'stepper';
      const button = holder.firstElementChild as HTMLButtonElement;
      button.disabled = this.flag('disabled') || reached;
      button.setAttribute('aria-label', `${verb} ${this.labelText}`.trim());
    }
  }
}

class SMoneyField extends SField {
  constructor() {
    super('<input id="control" type="number" inputmode="decimal" step="any">');
  }

  protected override update(): void {
    for (const name of ['min', 'max', 'step']) this.copyAttribute(name);
    super.update();
  }
}

class STextArea extends SField {
  static override style = `${FIELD_STYLE} .control { align-items: flex-start; }
    textarea { min-block-size: 64px; }`;

  constructor() {
    super('<textarea id="control" rows="3"></textarea>');
  }

  protected override update(): void {
    this.copyAttribute('rows');
    super.update();
  }
}

class SSelect extends SField {
  static override style = `${FIELD_STYLE}
    .control { position: relative; padding: 0; }
    .control select { appearance: none; padding: 8px 36px 8px 12px; cursor: pointer;
      min-block-size: calc(var(--s-field-height) - 2px); border-radius: inherit; }
    .control::after { content: ''; position: absolute; inset-inline-end: 14px; inline-size: 8px;
      block-size: 8px; border: solid var(--s-text-subdued); border-width: 0 1.5px 1.5px 0;
      transform: translateY(-2px) rotate(45deg); pointer-events: none; }
  `;

  readonly #observer = new MutationObserver(() => {
    this.mirrorOptions();
  });
  #wanted: string | null = null;

  constructor() {
    super('<select id="control"></select>');
    this.addEventListener('input', () => {
      this.#wanted = this.control.value;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
      attributeFilter: ['value', 'disabled', 'label'],
    });
    this.mirrorOptions();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }

  override get value(): string {
    return super.value;
  }

  override set value(value: unknown) {
    this.#wanted = textOf(value);
    super.value = value;
  }

  protected override adoptDefault(): void {
    const initial = this.getAttribute('value') ?? this.getAttribute('defaultvalue');
    if (this.#wanted === null && initial !== null) this.control.value = initial;
  }

  /** Copies the light tree's options into the native control, keeping what is chosen. */
  private mirrorOptions(): void {
    const select = this.control;
    const chosen = this.#wanted ?? (select.value || (this.getAttribute('value') ?? ''));
    const options = [...this.querySelectorAll('s-option')].map((source) => {
      const option = document.createElement('option');
      option.value = source.getAttribute('value') ?? '';
      option.textContent = source.textContent.trim();
      option.disabled = source.hasAttribute('disabled');
      option.defaultSelected = source.hasAttribute('defaultselected');
      return option;
    });
    const placeholder = this.text('placeholder');
    if (placeholder !== '' && !options.some((option) => option.value === '')) {
      const empty = document.createElement('option');
      empty.value = '';
      empty.textContent = placeholder;
      empty.disabled = true;
      options.unshift(empty);
    }
    select.replaceChildren(...options);
    select.value = chosen;
    if (select instanceof HTMLSelectElement && select.selectedIndex === -1 && placeholder !== '') {
      select.selectedIndex = 0;
    }
  }
}

class SOption extends SElement {
  static override properties = {
    defaultSelected: 'boolean',
    disabled: 'boolean',
    selected: 'boolean',
    value: 'string',
  } as const;
  static override style = ':host { display: none; }';
}

export function defineFields(): void {
  define('s-text-field', STextField);
  define('s-email-field', SEmailField);
  define('s-search-field', SSearchField);
  define('s-number-field', SNumberField);
  define('s-money-field', SMoneyField);
  define('s-text-area', STextArea);
  define('s-select', SSelect);
  define('s-option', SOption);
}
