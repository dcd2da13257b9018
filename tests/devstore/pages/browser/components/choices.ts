import { SElement, define } from './element.ts';
import { FIELD_STYLE } from './fields.ts';

const CHOICE_STYLE = `
  :host { display: block; }
  label { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; align-items: start;
    cursor: pointer; line-height: 1.45; }
  input { inline-size: 18px; block-size: 18px; margin: 1px 0 0; accent-color: var(--s-accent);
    cursor: inherit; }
  label:has(input:disabled) { cursor: default; color: var(--s-disabled-text); }
  .details { grid-column: 2; color: var(--s-text-subdued); font-size: 0.9em; }
  .error { color: var(--s-critical); font-size: 0.9em; }
`;

class SCheckbox extends SElement {
  static override delegatesFocus = true;
  static override properties = {
    accessibilityLabel: 'string',
    defaultChecked: 'boolean',
    details: 'string',
    disabled: 'boolean',
    error: 'string',
    label: 'string',
    name: 'string',
    required: 'boolean',
    value: 'string',
  } as const;
  static override style = CHOICE_STYLE;

  readonly #input: HTMLInputElement;

  constructor() {
    super();
    this.build(`<label><input type="checkbox"><span class="label"></span>
      <span class="details" hidden></span><span class="error details" id="error" hidden></span></label>`);
    this.#input = this.inner<HTMLInputElement>('input');
    for (const type of ['input', 'change'] as const) {
      this.#input.addEventListener(type, (event) => {
        event.stopPropagation();
        this.fire(type, { bubbles: true });
      });
    }
  }

  get checked(): boolean {
    return this.#input.checked;
  }

  set checked(value: unknown) {
    this.#input.checked = value === true || value === '' || value === 'true';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasAttribute('checked') || this.flag('defaultChecked')) this.#input.checked = true;
  }

  protected override update(): void {
    this.#input.disabled = this.flag('disabled');
    this.#input.required = this.flag('required');
    this.inner('.label').textContent = this.text('label');
    const label = this.text('accessibilityLabel');
    if (label !== '') this.#input.setAttribute('aria-label', label);
    const details = this.inner<HTMLElement>('.details');
    details.textContent = this.text('details');
    details.hidden = this.text('details') === '';
    const error = this.inner<HTMLElement>('.error');
    error.textContent = this.text('error');
    error.hidden = this.text('error') === '';
    this.#input.setAttribute('aria-invalid', String(!error.hidden));
  }
}

class SSwitch extends SCheckbox {
  static override style = `${CHOICE_STYLE}
    input { appearance: none; inline-size: 36px; block-size: 20px; margin: 0; border-radius: 10px;
      background: var(--s-text-subdued); position: relative; transition: background 120ms ease; }
    input::after { content: ''; position: absolute; inset: 2px auto 2px 2px; inline-size: 16px;
      border-radius: 50%; background: #fff; transition: transform 120ms ease; }
    input:checked { background: var(--s-accent); }
    input:checked::after { transform: translateX(16px); }
  `;

  constructor() {
    super();
    this.inner('input').setAttribute('role', 'switch');
  }
}

class SChoice extends SElement {
  static override delegatesFocus = true;
  static override properties = {
    accessibilityLabel: 'string',
    defaultSelected: 'boolean',
    disabled: 'boolean',
    error: 'string',
    value: 'string',
  } as const;
  static override style = `${CHOICE_STYLE}
    :host([data-inactive]) { opacity: 0.6; }
    input[type='radio'] { accent-color: var(--s-accent); }
  `;

  readonly #input: HTMLInputElement;

  constructor() {
    super();
    this.build(`<label><input type="radio"><span class="label"><slot></slot></span>
      <span class="details"><slot name="details"></slot><slot name="secondary-content"></slot></span></label>`);
    this.#input = this.inner<HTMLInputElement>('input');
    this.#input.addEventListener('change', (event) => {
      event.stopPropagation();
      this.closest<SChoiceList>('s-choice-list')?.choose(this);
    });
    this.#input.addEventListener('input', (event) => {
      event.stopPropagation();
    });
    this.#input.addEventListener('keydown', (event) => {
      this.closest<SChoiceList>('s-choice-list')?.move(this, event);
    });
  }

  get selected(): boolean {
    return this.#input.checked;
  }

  set selected(value: unknown) {
    this.#input.checked = value === true || value === '' || value === 'true';
    this.closest<SChoiceList>('s-choice-list')?.updateTabStops();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasAttribute('selected') || this.flag('defaultSelected')) this.#input.checked = true;
  }

  /** Shows the choice as its list wants it. */
  fit(list: { multiple: boolean; disabled: boolean; tabStop: boolean }): void {
    this.#input.type = list.multiple ? 'checkbox' : 'radio';
    this.#input.disabled = list.disabled || this.flag('disabled');
    this.#input.tabIndex = list.tabStop ? 0 : -1;
    this.toggleAttribute('data-inactive', this.#input.disabled);
  }

  protected override update(): void {
    const label = this.text('accessibilityLabel');
    if (label !== '') this.#input.setAttribute('aria-label', label);
    this.closest<SChoiceList>('s-choice-list')?.updateTabStops();
  }
}

class SChoiceList extends SElement {
  static override properties = {
    details: 'string',
    disabled: 'boolean',
    error: 'string',
    label: 'string',
    labelAccessibilityVisibility: 'string',
    multiple: 'boolean',
    name: 'string',
  } as const;
  static override style = `${FIELD_STYLE}
    .choices { display: flex; flex-direction: column; gap: 10px; padding-block: 4px; }
  `;

  readonly #observer = new MutationObserver(() => {
    this.applyValues();
  });
  #wanted: readonly string[] | null = null;

  constructor() {
    super();
    this.build(`<div class="field" role="radiogroup" aria-labelledby="label">
      <div class="label" id="label"></div>
      <div class="details" id="details" hidden></div>
      <div class="choices"><slot></slot></div>
      <div class="error" id="error" role="alert" hidden></div>
    </div>`);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this, { childList: true, subtree: true });
    this.applyValues();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }

  get values(): string[] {
    return this.choices.filter((choice) => choice.selected).map((choice) => choice.text('value'));
  }

  set values(values: unknown) {
    this.#wanted = Array.isArray(values) ? values.map(String) : [];
    this.applyValues();
  }

  private get choices(): SChoice[] {
    return [...this.querySelectorAll('s-choice')].filter((child) => child instanceof SChoice);
  }

  private applyValues(): void {
    if (this.#wanted !== null) {
      for (const choice of this.choices) {
        const wanted = this.#wanted.includes(choice.text('value'));
        if (choice.selected !== wanted) choice.selected = wanted;
      }
    }
    this.updateTabStops();
  }

  /** Radios take one tab stop together; arrow keys move within (ARIA radio group pattern). */
  updateTabStops(): void {
    const choices = this.choices;
    const stop =
      choices.find((choice) => choice.selected) ?? choices.find((c) => !c.flag('disabled'));
    for (const choice of choices) {
      choice.fit({
        multiple: this.flag('multiple'),
        disabled: this.flag('disabled'),
        tabStop: this.flag('multiple') || choice === stop,
      });
    }
  }

  choose(chosen: SChoice): void {
    if (!this.flag('multiple')) {
      for (const choice of this.choices) {
        if (choice !== chosen && choice.selected) choice.selected = false;
      }
    }
    this.#wanted = null;
    this.updateTabStops();
    this.fire('input', { bubbles: true });
    this.fire('change', { bubbles: true });
  }

  move(from: SChoice, event: KeyboardEvent): void {
    if (this.flag('multiple')) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const open = this.choices.filter((choice) => !choice.flag('disabled'));
    const next = open[(open.indexOf(from) + step + open.length) % open.length];
    if (!next) return;
    next.selected = true;
    next.focus();
    this.choose(next);
  }

  protected override update(): void {
    this.inner('.field').setAttribute('role', this.flag('multiple') ? 'group' : 'radiogroup');
    const label = this.inner<HTMLElement>('.label');
    label.textContent = this.text('label');
    label.toggleAttribute(
      'data-exclusive',
      this.text('labelAccessibilityVisibility') === 'exclusive',
    );
    for (const name of ['error', 'details'] as const) {
      const part = this.inner<HTMLElement>(`.${name}`);
      part.textContent = this.text(name);
      part.hidden = this.text(name) === '';
    }
    this.updateTabStops();
  }
}

export function defineChoices(): void {
  define('s-choice-list', SChoiceList);
  define('s-choice', SChoice);
  define('s-checkbox', SCheckbox);
  define('s-switch', SSwitch);
}
