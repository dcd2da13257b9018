import { SElement, define, type PropertyKind } from './element.ts';
import { border, borderWidth, radius, responsive, spacing } from './scale.ts';

const BOX_PROPERTIES: Readonly<Record<string, PropertyKind>> = {
  accessibilityLabel: 'string',
  accessibilityRole: 'string',
  accessibilityVisibility: 'string',
  background: 'string',
  blockSize: 'string',
  border: 'string',
  borderColor: 'string',
  borderRadius: 'string',
  borderStyle: 'string',
  borderWidth: 'string',
  display: 'string',
  inlineSize: 'string',
  maxBlockSize: 'string',
  maxInlineSize: 'string',
  minBlockSize: 'string',
  minInlineSize: 'string',
  overflow: 'string',
  padding: 'string',
  paddingBlock: 'string',
  paddingBlockEnd: 'string',
  paddingBlockStart: 'string',
  paddingInline: 'string',
  paddingInlineEnd: 'string',
  paddingInlineStart: 'string',
};

const ALIGNMENT_PROPERTIES: Readonly<Record<string, PropertyKind>> = {
  alignContent: 'string',
  alignItems: 'string',
  columnGap: 'string',
  gap: 'string',
  justifyContent: 'string',
  rowGap: 'string',
};

const ROLES: Readonly<Record<string, string>> = {
  header: 'banner',
  footer: 'contentinfo',
  section: 'region',
  aside: 'complementary',
  'ordered-list': 'list',
  'unordered-list': 'list',
  'list-item': 'listitem',
  'list-item-separator': 'separator',
};

/** The nearest query container's width, or the document's. */
function containerWidth(element: Element): number {
  const container = element.closest('s-query-container');
  return container?.clientWidth ?? document.documentElement.clientWidth;
}

const LENGTHS = [
  'blockSize',
  'inlineSize',
  'maxBlockSize',
  'maxInlineSize',
  'minBlockSize',
  'minInlineSize',
] as const;

const SPACINGS = [
  'padding',
  'paddingBlock',
  'paddingBlockEnd',
  'paddingBlockStart',
  'paddingInline',
  'paddingInlineEnd',
  'paddingInlineStart',
] as const;

class SBox extends SElement {
  static override properties = BOX_PROPERTIES;
  static override style = ':host { display: block; min-inline-size: 0; }';

  #resize: ResizeObserver | null = null;

  constructor() {
    super();
    this.build('<slot></slot>');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(() => {
      this.requestUpdate();
    });
    this.#resize.observe(this.closest('s-query-container') ?? document.documentElement);
  }

  disconnectedCallback(): void {
    this.#resize?.disconnect();
  }

  /** A property's value for the present width. */
  protected at(name: string): string {
    const value = this.text(name);
    return value.startsWith('@container') ? responsive(value, containerWidth(this)) : value;
  }

  protected override update(): void {
    const { style } = this;
    for (const name of LENGTHS) style[name] = this.at(name);
    for (const name of SPACINGS) style[name] = spacing(this.at(name));
    const background = this.text('background');
    style.background =
      background === '' || background === 'transparent' ? '' : `var(--s-surface-${background})`;
    style.border = this.text('border') === '' ? '' : border(this.at('border'));
    if (this.text('borderStyle') !== '') style.borderStyle = this.text('borderStyle');
    if (this.text('borderWidth') !== '') style.borderWidth = borderWidth(this.at('borderWidth'));
    style.borderRadius = this.text('borderRadius') === '' ? '' : radius(this.at('borderRadius'));
    style.overflow = this.text('overflow') === 'hidden' ? 'hidden' : '';
    if (this.text('display') !== '') {
      style.display = this.at('display') === 'none' ? 'none' : '';
    }
    const role = this.text('accessibilityRole');
    if (role !== '' && role !== 'generic') this.setAttribute('role', ROLES[role] ?? role);
    const label = this.text('accessibilityLabel');
    if (label !== '') this.setAttribute('aria-label', label);
    if (this.text('accessibilityVisibility') === 'hidden') this.setAttribute('aria-hidden', 'true');
  }

  protected updateAlignment(): void {
    const { style } = this;
    style.alignItems = this.at('alignItems');
    style.alignContent = this.at('alignContent');
    style.justifyContent = this.at('justifyContent');
    style.gap = spacing(this.at('gap'));
    if (this.text('rowGap') !== '') style.rowGap = spacing(this.at('rowGap'));
    if (this.text('columnGap') !== '') style.columnGap = spacing(this.at('columnGap'));
  }
}

class SStack extends SBox {
  static override properties = {
    ...BOX_PROPERTIES,
    ...ALIGNMENT_PROPERTIES,
    direction: 'string',
  } as const;
  static override style = `
    :host { display: flex; flex-direction: column; min-inline-size: 0; }
    :host([data-inline]) { flex-direction: row; flex-wrap: wrap; }
  `;

  protected override update(): void {
    super.update();
    this.toggleAttribute('data-inline', this.at('direction') === 'inline');
    this.updateAlignment();
  }
}

class SGrid extends SBox {
  static override properties = {
    ...BOX_PROPERTIES,
    ...ALIGNMENT_PROPERTIES,
    gridTemplateColumns: 'string',
    gridTemplateRows: 'string',
    justifyItems: 'string',
    placeContent: 'string',
    placeItems: 'string',
  } as const;
  static override style = ':host { display: grid; min-inline-size: 0; }';

  protected override update(): void {
    super.update();
    this.updateAlignment();
    this.style.gridTemplateColumns = this.at('gridTemplateColumns');
    this.style.gridTemplateRows = this.at('gridTemplateRows');
    this.style.justifyItems = this.at('justifyItems');
    if (this.text('placeItems') !== '') this.style.placeItems = this.at('placeItems');
    if (this.text('placeContent') !== '') this.style.placeContent = this.at('placeContent');
  }
}

class SGridItem extends SBox {
  static override properties = {
    ...BOX_PROPERTIES,
    gridColumn: 'string',
    gridRow: 'string',
  } as const;

  protected override update(): void {
    super.update();
    this.style.gridColumn = this.at('gridColumn');
    this.style.gridRow = this.at('gridRow');
  }
}

class SQueryContainer extends SElement {
  static override style = ':host { display: block; container-type: inline-size; }';

  constructor() {
    super();
    this.build('<slot></slot>');
  }
}

class SSection extends SElement {
  static override properties = {
    accessibilityLabel: 'string',
    heading: 'string',
    padding: 'string',
  } as const;
  static override style = `
    :host { display: block; }
    section { display: flex; flex-direction: column; gap: 12px; }
    h2 { margin: 0; font-size: var(--s-heading-size); font-weight: 600; line-height: 1.4;
      color: var(--s-text); }
  `;

  constructor() {
    super();
    this.build('<section><h2 hidden></h2><slot></slot></section>');
  }

  protected override update(): void {
    const heading = this.inner<HTMLElement>('h2');
    heading.textContent = this.text('heading');
    heading.hidden = this.text('heading') === '';
    const label = this.text('accessibilityLabel') || this.text('heading');
    if (label !== '') this.inner('section').setAttribute('aria-label', label);
  }
}

class SDivider extends SElement {
  static override properties = { direction: 'string', color: 'string' } as const;
  static override style = `
    :host { display: block; align-self: stretch; }
    hr { border: 0; margin: 0; border-block-start: 1px solid var(--s-border); }
    :host([direction='block']) { inline-size: 1px; background: var(--s-border); }
    :host([direction='block']) hr { display: none; }
  `;

  constructor() {
    super();
    this.build('<hr>');
  }
}

export function defineLayout(): void {
  define('s-box', SBox);
  define('s-stack', SStack);
  define('s-grid', SGrid);
  define('s-grid-item', SGridItem);
  define('s-query-container', SQueryContainer);
  define('s-section', SSection);
  define('s-divider', SDivider);
}
