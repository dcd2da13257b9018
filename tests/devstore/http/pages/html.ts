/**
 * A tagged template for HTML in which everything interpolated is escaped, unless it is itself HTML
 * made by this tag.
 */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** What may stand in a `${}` of the tag; null, undefined and false print nothing. */
export type Interpolation =
  | Html
  | string
  | number
  | bigint
  | null
  | undefined
  | false
  | readonly Interpolation[];

/** html`<b>${name}</b>`: markup whose interpolations are escaped. */
export function html(strings: TemplateStringsArray, ...values: Interpolation[]): Html {
  let markup = strings[0] ?? '';
  values.forEach((value, index) => {
    markup += print(value) + (strings[index + 1] ?? '');
  });
  return new Html(markup);
}

function print(value: Interpolation): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(print).join('');
  return escapeHtml(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
