/**
 * The base of the devstore's `s-*` elements: attributes mirrored as camelCase properties (Preact
 * sets a property where the element has one), a shadow tree built once, and one update per turn.
 */

export type PropertyKind = 'string' | 'boolean';

const BASE_STYLE = `
  :host { box-sizing: border-box; }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  :focus-visible { outline: 2px solid var(--s-focus); outline-offset: 2px; }
`;

export abstract class SElement extends HTMLElement {
  /** Property names and kinds; the attribute is the lower-case name. */
  static properties: Readonly<Record<string, PropertyKind>> = {};
  /** Events the element fires itself, without `on`: each gets an `on…` property, which Preact needs
   * to choose the lower-case event name. */
  static ownEvents: readonly string[] = [];
  static style = '';

  static get observedAttributes(): string[] {
    return Object.keys(this.properties).map((name) => name.toLowerCase());
  }

  readonly #handlers = new Map<string, EventListener>();
  #updateDue = false;
  protected readonly root: ShadowRoot;

  constructor() {
    super();
    const kind = this.constructor as typeof SElement;
    this.root = this.attachShadow({ mode: 'open', delegatesFocus: kind.delegatesFocus });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(BASE_STYLE + kind.style);
    this.root.adoptedStyleSheets = [sheet];
  }

  static delegatesFocus = false;

  /** Gives the class its properties; called by `define` before the element is registered. */
  static prepare(): void {
    const prototype = this.prototype;
    for (const [name, kind] of Object.entries(this.properties)) {
      if (Object.hasOwn(prototype, name)) continue;
      const attribute = name.toLowerCase();
      Object.defineProperty(prototype, name, {
        configurable: true,
        get(this: SElement) {
          return kind === 'boolean' ? this.hasAttribute(attribute) : this.text(name);
        },
        set(this: SElement, value: unknown) {
          if (kind === 'boolean') this.toggleAttribute(attribute, truthyAttribute(value));
          else if (value === null || value === undefined) this.removeAttribute(attribute);
          else this.setAttribute(attribute, textOf(value));
        },
      });
    }
    for (const name of this.ownEvents) {
      Object.defineProperty(prototype, `on${name}`, {
        configurable: true,
        get(this: SElement) {
          return this.#handlers.get(name) ?? null;
        },
        set(this: SElement, handler: unknown) {
          const previous = this.#handlers.get(name);
          if (previous) this.removeEventListener(name, previous);
          this.#handlers.delete(name);
          if (typeof handler !== 'function') return;
          const listener: EventListener = (event) => {
            handler.call(this, event);
          };
          this.#handlers.set(name, listener);
          this.addEventListener(name, listener);
        },
      });
    }
  }

  connectedCallback(): void {
    this.requestUpdate();
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Runs `update` once before the next paint, however many attributes changed. */
  protected requestUpdate(): void {
    if (this.#updateDue) return;
    this.#updateDue = true;
    queueMicrotask(() => {
      this.#updateDue = false;
      if (this.isConnected) this.update();
    });
  }

  protected update(): void {}

  /** A string property's value; the empty string when it is not set. */
  text(name: string): string {
    return this.getAttribute(name.toLowerCase()) ?? '';
  }

  flag(name: string): boolean {
    return this.hasAttribute(name.toLowerCase());
  }

  protected fire(type: string, detail?: EventInit): boolean {
    return this.dispatchEvent(new Event(type, detail));
  }

  protected build<Root extends HTMLElement>(markup: string): Root {
    const template = document.createElement('template');
    template.innerHTML = markup.trim();
    this.root.append(template.content.cloneNode(true));
    return this.root.firstElementChild as Root;
  }

  protected inner<Part extends Element>(selector: string): Part {
    const found = this.root.querySelector<Part>(selector);
    if (!found) throw new Error(`${this.localName} has no part ${selector}`);
    return found;
  }
}

function truthyAttribute(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== 'false';
}

/** A property's value as an attribute holds it; nothing for what has no text of its own. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Registers an element class under its tag name. */
export function define(tag: string, kind: typeof SElement): void {
  kind.prepare();
  customElements.define(tag, kind as unknown as CustomElementConstructor);
}
