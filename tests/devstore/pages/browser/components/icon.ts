import { SElement, define } from './element.ts';

/** Where the page serves icons from; the page's assets stand beside this script. */
const ICONS = new URL(
  'icons/',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
);

/** The design system's icon of a name, drawn in the current colour. */
export function iconMarkup(name: string): string {
  const safe = name.replace(/[^a-z0-9-]/g, '');
  const url = new URL(`${safe}.svg`, ICONS).href;
  return `<span style="display:block;inline-size:1.25em;block-size:1.25em;background:currentColor;mask:url('${url}') center/contain no-repeat"></span>`;
}

class SIcon extends SElement {
  static override properties = {
    color: 'string',
    size: 'string',
    tone: 'string',
    type: 'string',
    interestFor: 'string',
  } as const;
  static override style = `
    :host { display: inline-block; font-size: 16px; vertical-align: middle; }
    :host([size='small']), :host([size='small-100']) { font-size: 13px; }
    :host([size='small-200']) { font-size: 11px; }
    :host([size='large']) { font-size: 20px; }
    :host([size='large-100']) { font-size: 26px; }
    :host([tone='info']) { color: var(--s-info); }
    :host([tone='success']) { color: var(--s-success); }
    :host([tone='warning']), :host([tone='caution']) { color: var(--s-warning); }
    :host([tone='critical']) { color: var(--s-critical); }
    :host([tone='neutral']), :host([color='subdued']) { color: var(--s-text-subdued); }
  `;

  constructor() {
    super();
    this.build('<span class="icon" aria-hidden="true"></span>');
  }

  protected override update(): void {
    const type = this.text('type');
    this.inner<HTMLElement>('.icon').innerHTML =
      type === '' || type === 'empty' ? '' : iconMarkup(type);
  }
}

export function defineIcon(): void {
  define('s-icon', SIcon);
}
