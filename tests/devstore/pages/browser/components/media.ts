import { SElement, define } from './element.ts';
import { border, borderWidth, radius } from './scale.ts';

class SImage extends SElement {
  static override properties = {
    accessibilityRole: 'string',
    alt: 'string',
    aspectRatio: 'string',
    border: 'string',
    borderRadius: 'string',
    borderWidth: 'string',
    inlineSize: 'string',
    loading: 'string',
    objectFit: 'string',
    sizes: 'string',
    src: 'string',
    srcSet: 'string',
  } as const;
  static override style = `
    :host { display: inline-block; vertical-align: middle; inline-size: 100%; }
    :host([inlinesize='auto']) { inline-size: auto; }
    img { display: block; inline-size: 100%; }
  `;

  constructor() {
    super();
    this.build('<img alt="">');
  }

  protected override update(): void {
    const image = this.inner<HTMLImageElement>('img');
    showImage(image, this);
    image.loading = this.text('loading') === 'lazy' ? 'lazy' : 'eager';
    image.style.aspectRatio = this.text('aspectRatio');
    image.style.objectFit = this.text('objectFit');
    image.style.borderRadius = radius(this.text('borderRadius'));
    if (this.text('border') !== '') image.style.border = border(this.text('border'));
    if (this.text('borderWidth') !== '')
      image.style.borderWidth = borderWidth(this.text('borderWidth'));
    if (this.text('accessibilityRole') !== '')
      image.setAttribute('role', this.text('accessibilityRole'));
  }
}

class SProductThumbnail extends SElement {
  static override properties = {
    alt: 'string',
    size: 'string',
    sizes: 'string',
    src: 'string',
    srcSet: 'string',
    totalItems: 'string',
  } as const;
  static override style = `
    :host { display: inline-block; position: relative; vertical-align: middle; }
    .frame { inline-size: 64px; block-size: 64px; border: 1px solid var(--s-border);
      border-radius: 10px; background: var(--s-surface-base); overflow: hidden; }
    :host([size='small']) .frame { inline-size: 48px; block-size: 48px; }
    :host([size='small-100']) .frame { inline-size: 40px; block-size: 40px; }
    img { inline-size: 100%; block-size: 100%; object-fit: cover; display: block; }
    .count { position: absolute; inset-block-start: -8px; inset-inline-end: -8px;
      min-inline-size: 22px; block-size: 22px; padding: 0 6px; border-radius: 11px;
      background: var(--s-count-bg); color: #fff; font-size: 12px; font-weight: 600;
      line-height: 22px; text-align: center; }
  `;

  constructor() {
    super();
    this.build('<div class="frame"><img alt=""></div>');
    this.build('<span class="count" hidden></span>');
  }

  protected override update(): void {
    showImage(this.inner<HTMLImageElement>('img'), this);
    const count = this.inner<HTMLElement>('.count');
    count.textContent = this.text('totalItems');
    count.hidden = this.text('totalItems') === '';
  }
}

class SThumbnail extends SProductThumbnail {}

function showImage(image: HTMLImageElement, source: SElement): void {
  image.alt = source.text('alt');
  image.hidden = source.text('src') === '';
  if (!image.hidden && image.getAttribute('src') !== source.text('src'))
    image.src = source.text('src');
  if (source.text('srcSet') !== '') image.srcset = source.text('srcSet');
  if (source.text('sizes') !== '') image.sizes = source.text('sizes');
}

export function defineMedia(): void {
  define('s-image', SImage);
  define('s-product-thumbnail', SProductThumbnail);
  define('s-thumbnail', SThumbnail);
}
