import { SElement, define, type PropertyKind } from './element.ts';

const TEXT_PROPERTIES: Readonly<Record<string, PropertyKind>> = {
  accessibilityVisibility: 'string',
  color: 'string',
  display: 'string',
  fontVariantNumeric: 'string',
  textAlign: 'string',
  tone: 'string',
  type: 'string',
};

const TONES = `
  :host([color='subdued']), :host([tone='neutral']) { color: var(--s-text-subdued); }
  :host([tone='info']) { color: var(--s-info); }
  :host([tone='success']) { color: var(--s-success); }
  :host([tone='warning']), :host([tone='caution']) { color: var(--s-warning); }
  :host([tone='critical']) { color: var(--s-critical); }
  :host([type='small']) { font-size: 0.875em; }
  :host([type='strong']) { font-weight: 600; }
  :host([type='emphasis']), :host([type='offset']) { font-style: italic; }
  :host([type='redundant']) { text-decoration: line-through; }
  :host([type='mark']) { background: var(--s-mark); }
  :host([fontvariantnumeric='tabular-nums']) { font-variant-numeric: tabular-nums; }
  :host([textalign='end']) { text-align: end; }
  :host([textalign='center']) { text-align: center; }
`;

const VISUALLY_HIDDEN = `
  :host([accessibilityvisibility='exclusive']) { position: absolute; inline-size: 1px;
    block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

class SText extends SElement {
  static override properties = TEXT_PROPERTIES;
  static override style = `${TONES}${VISUALLY_HIDDEN} :host([display='none']) { display: none; }`;

  constructor() {
    super();
    this.build('<slot></slot>');
  }

  protected override update(): void {
    if (this.text('accessibilityVisibility') === 'hidden') this.setAttribute('aria-hidden', 'true');
  }
}

class SParagraph extends SText {
  static override style = `:host { display: block; line-height: 1.5; }${TONES}${VISUALLY_HIDDEN}`;
}

class SHeading extends SElement {
  static override properties = {
    accessibilityRole: 'string',
    accessibilityVisibility: 'string',
    lineClamp: 'string',
  } as const;
  static override style = `
    :host { display: block; font-size: var(--s-heading-size); font-weight: 600; line-height: 1.4;
      color: var(--s-text); }
    h2 { all: unset; display: block; }
    ${VISUALLY_HIDDEN}
  `;

  constructor() {
    super();
    this.build('<h2><slot></slot></h2>');
  }

  protected override update(): void {
    const role = this.text('accessibilityRole');
    const heading = this.inner('h2');
    if (role === 'none' || role === 'presentation') heading.setAttribute('role', 'presentation');
    else heading.removeAttribute('role');
  }
}

class SUnorderedList extends SElement {
  static override style = `
    :host { display: flex; flex-direction: column; gap: 6px; padding-inline-start: 20px; }
    ::slotted(s-list-item) { list-style: disc; }
  `;

  constructor() {
    super();
    this.build('<slot></slot>');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'list');
  }
}

class SOrderedList extends SUnorderedList {
  static override style = `
    :host { display: flex; flex-direction: column; gap: 6px; padding-inline-start: 22px;
      counter-reset: list-item; }
    ::slotted(s-list-item) { list-style: decimal; }
  `;
}

class SListItem extends SElement {
  static override style = ':host { display: list-item; line-height: 1.5; }';

  constructor() {
    super();
    this.build('<slot></slot>');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'listitem');
  }
}

class STime extends SElement {
  static override properties = { dateTime: 'string' } as const;

  constructor() {
    super();
    this.build('<time><slot></slot></time>');
  }

  protected override update(): void {
    this.inner<HTMLTimeElement>('time').dateTime = this.text('dateTime');
  }
}

export function defineTypography(): void {
  define('s-text', SText);
  define('s-paragraph', SParagraph);
  define('s-heading', SHeading);
  define('s-unordered-list', SUnorderedList);
  define('s-ordered-list', SOrderedList);
  define('s-list-item', SListItem);
  define('s-time', STime);
}
