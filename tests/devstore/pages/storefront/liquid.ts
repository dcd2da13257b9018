import { Liquid, Tag, type TagToken, type TopLevelToken } from 'liquidjs';
import type { SettingValue } from './theme/block-schema.ts';

/**
 * The part of Shopify's Liquid that the storefront knows. A filter, tag, object or property that is
 * not here fails the page and names itself. Source: https://shopify.dev/docs/api/liquid
 */
const FILTERS = new Set(
  `abs append at_least at_most base64_decode base64_encode capitalize ceil compact concat date
  default divided_by downcase escape escape_once find find_index first floor has join json last
  lstrip map minus modulo newline_to_br plus prepend reject remove remove_first remove_last replace
  replace_first replace_last reverse round rstrip size slice sort sort_natural split strip
  strip_html strip_newlines sum times truncate truncatewords uniq upcase url_decode url_encode
  where`.split(/\s+/),
);
const TAGS = new Set(
  `assign break capture case comment continue cycle decrement echo for if increment liquid raw
  render tablerow unless #`.split(/\s+/),
);

/** What a template may ask for besides its variables. */
export interface LiquidSurroundings {
  /** The folder of the snippets that `{% render %}` finds; null where there are none. */
  readonly snippets: string | null;
  readonly timeZone: string;
  /** The text of a key, escaped where it has to be. */
  readonly translate: (key: string, values: Readonly<Record<string, unknown>>) => string;
  /** The address of a file of the extension. */
  readonly assetAddress: (file: string) => string;
}

/** A plain value as a template sees it. */
export type LiquidValue =
  | SettingValue
  | readonly LiquidValue[]
  | { readonly [name: string]: LiquidValue };
export type LiquidScope = Readonly<Record<string, LiquidValue>>;

/** What a template came to. */
export interface Rendered {
  readonly markup: string;
  /** `{% layout none %}`: the theme's layout is not wanted around it. */
  readonly bare: boolean;
}

/**
 * Renders a template. `globals` are there in snippets too, `own` only in the template itself.
 * Rejects, saying where, for anything the storefront does not know.
 */
export async function renderLiquid(
  template: string,
  surroundings: LiquidSurroundings,
  { globals, own }: { readonly globals: LiquidScope; readonly own: LiquidScope },
): Promise<Rendered> {
  let bare = false;
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    relativeReference: false,
    extname: '.liquid',
    timezoneOffset: surroundings.timeZone,
    ...(surroundings.snippets === null
      ? { templates: {} }
      : { root: [], partials: [surroundings.snippets] }),
  });
  for (const name of Object.keys(engine.filters)) {
    if (!FILTERS.has(name)) delete engine.filters[name];
  }
  for (const name of Object.keys(engine.tags)) {
    if (!TAGS.has(name)) delete engine.tags[name];
  }
  const translateFilter = (key: unknown, ...named: unknown[]): string =>
    surroundings.translate(String(key), namedArguments(named));
  engine.registerFilter('t', translateFilter);
  engine.registerFilter('translate', translateFilter);
  engine.registerFilter('asset_url', (file: unknown) => surroundings.assetAddress(String(file)));
  engine.registerFilter(
    'stylesheet_tag',
    (address: unknown) =>
      `<link href="${String(address)}" rel="stylesheet" type="text/css" media="all" />`,
  );
  engine.registerFilter(
    'script_tag',
    (address: unknown) => `<script src="${String(address)}" type="text/javascript"></script>`,
  );
  engine.registerTag(
    'layout',
    class extends Tag {
      constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
        super(token, remaining, liquid);
        if (token.args.trim() !== 'none') {
          throw new Error(`The theme has no layout ${token.args.trim()}.`);
        }
      }
      override render(): void {
        bare = true;
      }
    },
  );
  const markup = String(
    await engine.parseAndRender(template, { ...own }, { globals: { ...globals } }),
  );
  return { markup, bare };
}

/** `name: value` of a filter comes as a pair. */
function namedArguments(parts: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    parts.map((part) => {
      if (!Array.isArray(part) || typeof part[0] !== 'string') {
        throw new Error('A translation takes named values only.');
      }
      return [part[0], part[1] as unknown];
    }),
  );
}
