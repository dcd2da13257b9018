import { SElement, define } from './element.ts';

class SDetails extends SElement {
  static override properties = { defaultOpen: 'boolean', toggleTransition: 'string' } as const;
  static override ownEvents = ['aftertoggle'];
  static override style = `
    :host { display: block; }
    details > summary { list-style: none; cursor: pointer; }
    details > summary::-webkit-details-marker { display: none; }
    .line { display: flex; align-items: center; gap: 8px; }
    .line::after { content: ''; inline-size: 7px; block-size: 7px; border: solid currentColor;
      border-width: 0 1.5px 1.5px 0; transform: translateY(-2px) rotate(45deg);
      transition: transform 120ms ease; }
    details[open] .line::after { transform: translateY(1px) rotate(-135deg); }
    .content { padding-block-start: 8px; }
  `;

  readonly #details: HTMLDetailsElement;

  constructor() {
    super();
    this.build(`<details><summary><span class="line"><slot name="summary"></slot></span></summary>
      <div class="content"><slot></slot></div></details>`);
    this.#details = this.inner<HTMLDetailsElement>('details');
    this.#details.addEventListener('toggle', () => {
      this.fire('toggle');
      this.fire('aftertoggle');
    });
  }

  get open(): boolean {
    return this.#details.open;
  }

  set open(value: unknown) {
    this.#details.open = value === true || value === '' || value === 'true';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const summary = this.querySelector('s-summary');
    if (summary) summary.slot = 'summary';
    if (this.flag('defaultOpen') || this.hasAttribute('open')) this.#details.open = true;
  }
}

class SSummary extends SElement {
  static override style = ':host { display: inline; font-weight: 550; }';

  constructor() {
    super();
    this.build('<slot></slot>');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.parentElement?.localName === 's-details') this.slot = 'summary';
  }
}

export function defineDisclosure(): void {
  define('s-details', SDetails);
  define('s-summary', SSummary);
}
