import { SElement, define } from './element.ts';
import { iconMarkup } from './icon.ts';

const BANNER_ICONS: Readonly<Record<string, string>> = {
  success: 'check-circle',
  warning: 'alert-triangle',
  critical: 'alert-circle',
};

class SBanner extends SElement {
  static override properties = {
    collapsible: 'boolean',
    dismissible: 'boolean',
    heading: 'string',
    tone: 'string',
  } as const;
  static override ownEvents = ['dismiss', 'afterhide'];
  static override style = `
    :host { display: block; }
    .banner { display: grid; grid-template-columns: auto 1fr auto; gap: 4px 10px; padding: 12px;
      border: 1px solid var(--tone-border); border-radius: var(--s-banner-radius);
      background: var(--tone-bg); color: var(--s-text); line-height: 1.5;
      --tone: var(--s-info); --tone-bg: var(--s-info-bg); --tone-border: var(--s-info-border); }
    .success { --tone: var(--s-success); --tone-bg: var(--s-success-bg);
      --tone-border: var(--s-success-border); }
    .warning { --tone: var(--s-warning); --tone-bg: var(--s-warning-bg);
      --tone-border: var(--s-warning-border); }
    .critical { --tone: var(--s-critical); --tone-bg: var(--s-critical-bg);
      --tone-border: var(--s-critical-border); }
    .icon { color: var(--tone); font-size: 16px; padding-block-start: 1px; }
    .heading { font-weight: 600; }
    .body { grid-column: 2; min-inline-size: 0; display: flex; flex-direction: column; gap: 8px; }
    .actions { display: flex; flex-wrap: wrap; gap: 8px; }
    .dismiss { display: inline-flex; border: 0; background: none; padding: 2px; cursor: pointer;
      border-radius: 6px; color: var(--s-text-subdued); }
    .dismiss:hover { background: rgb(0 0 0 / 6%); }
  `;

  constructor() {
    super();
    this.build(`<div class="banner">
      <span class="icon" aria-hidden="true"></span>
      <div class="body"><div class="heading" hidden></div><div class="content"><slot></slot></div>
        <div class="actions" hidden><slot name="primary-action"></slot><slot name="secondary-actions"></slot></div></div>
      <button class="dismiss" type="button" hidden></button>
    </div>`);
    const actions = this.inner<HTMLElement>('.actions');
    actions.addEventListener('slotchange', () => {
      actions.hidden = !this.querySelector('[slot=primary-action], [slot=secondary-actions]');
    });
    const dismiss = this.inner<HTMLButtonElement>('.dismiss');
    dismiss.innerHTML = iconMarkup('x');
    dismiss.setAttribute('aria-label', 'Dismiss');
    dismiss.addEventListener('click', () => {
      this.fire('dismiss');
      this.hidden = true;
      this.fire('afterhide');
    });
  }

  protected override update(): void {
    const tone = this.text('tone');
    const banner = this.inner<HTMLElement>('.banner');
    banner.className = `banner ${tone}`;
    banner.setAttribute('role', tone === 'critical' ? 'alert' : 'status');
    this.inner('.icon').innerHTML = iconMarkup(BANNER_ICONS[tone] ?? 'info');
    const heading = this.inner<HTMLElement>('.heading');
    heading.textContent = this.text('heading');
    heading.hidden = this.text('heading') === '';
    this.inner<HTMLElement>('.content').hidden = this.textContent.trim() === '';
    this.inner<HTMLElement>('.dismiss').hidden = !this.flag('dismissible');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.inner('slot').addEventListener('slotchange', () => {
      this.requestUpdate();
    });
  }
}

class SBadge extends SElement {
  static override properties = {
    color: 'string',
    icon: 'string',
    iconPosition: 'string',
    size: 'string',
    tone: 'string',
  } as const;
  static override style = `
    :host { display: inline-flex; align-items: center; gap: 4px; inline-size: fit-content;
      padding: 2px 8px;
      border-radius: 8px; font-size: 12px; font-weight: 550; line-height: 16px;
      white-space: nowrap; background: var(--s-badge-bg); color: var(--s-badge-text); }
    :host([tone='info']) { background: var(--s-info-bg); color: var(--s-info-text); }
    :host([tone='success']) { background: var(--s-success-bg); color: var(--s-success-text); }
    :host([tone='warning']), :host([tone='caution']) { background: var(--s-warning-bg);
      color: var(--s-warning-text); }
    :host([tone='critical']) { background: var(--s-critical-bg); color: var(--s-critical-text); }
    :host([color='subdued']:not([tone])) { background: transparent;
      box-shadow: inset 0 0 0 1px var(--s-border); }
    .icon { font-size: 12px; }
  `;

  constructor() {
    super();
    this.build('<span class="icon" aria-hidden="true" hidden></span>');
    this.build('<slot></slot>');
  }

  protected override update(): void {
    const icon = this.inner<HTMLElement>('.icon');
    icon.hidden = this.text('icon') === '';
    icon.innerHTML = icon.hidden ? '' : iconMarkup(this.text('icon'));
    icon.style.order = this.text('iconPosition') === 'end' ? '1' : '';
  }
}

class SSpinner extends SElement {
  static override properties = { accessibilityLabel: 'string', size: 'string' } as const;
  static override style = `
    :host { display: inline-block; }
    .ring { inline-size: 24px; block-size: 24px; border: 3px solid var(--s-border);
      border-block-start-color: var(--s-accent); border-radius: 50%;
      animation: turn 800ms linear infinite; }
    :host([size^='small']) .ring { inline-size: 16px; block-size: 16px; border-width: 2px; }
    :host([size^='large']) .ring { inline-size: 40px; block-size: 40px; }
    @keyframes turn { to { transform: rotate(360deg); } }
    @media (prefers-reduced-motion: reduce) { .ring { animation-duration: 4s; } }
  `;

  constructor() {
    super();
    this.build('<div class="ring" role="status"></div>');
  }

  protected override update(): void {
    this.inner('.ring').setAttribute('aria-label', this.text('accessibilityLabel') || 'Loading');
  }
}

class SSkeletonParagraph extends SElement {
  static override properties = { content: 'string' } as const;
  static override style = `
    :host { display: block; }
    .lines { display: flex; flex-direction: column; gap: 10px; }
    .lines i { display: block; block-size: 12px; border-radius: 6px; background: var(--s-skeleton);
      animation: breathe 1.4s ease-in-out infinite; }
    .lines i:last-child { inline-size: 62%; }
    @keyframes breathe { 50% { opacity: 0.5; } }
    @media (prefers-reduced-motion: reduce) { .lines i { animation: none; } }
  `;

  constructor() {
    super();
    this.build('<div class="lines" aria-hidden="true"><i></i><i></i><i></i></div>');
  }
}

class SProgress extends SElement {
  static override properties = {
    accessibilityLabel: 'string',
    max: 'string',
    tone: 'string',
    value: 'string',
  } as const;
  static override style = `
    :host { display: block; }
    progress { inline-size: 100%; block-size: 8px; accent-color: var(--s-accent); }
  `;

  constructor() {
    super();
    this.build('<progress></progress>');
  }

  protected override update(): void {
    const progress = this.inner<HTMLProgressElement>('progress');
    progress.max = Number(this.text('max') || '1');
    if (this.text('value') === '') progress.removeAttribute('value');
    else progress.value = Number(this.text('value'));
    progress.setAttribute('aria-label', this.text('accessibilityLabel') || 'Progress');
  }
}

class SAnnouncement extends SElement {
  static override ownEvents = ['dismiss', 'aftertoggle'];
  static override style = `
    :host { display: block; }
    .bar { display: flex; gap: 12px; align-items: center; justify-content: center;
      padding: 12px 16px; background: var(--s-surface-subdued); }
    button { border: 0; background: none; cursor: pointer; padding: 4px; border-radius: 6px; }
  `;

  constructor() {
    super();
    this.build('<div class="bar"><div><slot></slot></div><button type="button"></button></div>');
    const button = this.inner<HTMLButtonElement>('button');
    button.innerHTML = iconMarkup('x');
    button.setAttribute('aria-label', 'Dismiss');
    button.addEventListener('click', () => {
      this.dismiss();
    });
  }

  dismiss(): void {
    this.hidden = true;
    this.fire('dismiss');
  }
}

export function defineFeedback(): void {
  define('s-banner', SBanner);
  define('s-badge', SBadge);
  define('s-spinner', SSpinner);
  define('s-skeleton-paragraph', SSkeletonParagraph);
  define('s-progress', SProgress);
  define('s-announcement', SAnnouncement);
}
