import { z } from 'zod';
import { translate, type ThemeTexts } from './theme-texts.ts';

/** One block of a theme app extension: its template, and what its `{% schema %}` says. */
export interface ThemeBlock {
  /** The file's name without `.liquid`. */
  readonly name: string;
  /** What the theme editor calls it. */
  readonly title: string;
  readonly target: BlockSchema['target'];
  /** The template without its schema, styles and scripts. */
  readonly template: string;
  readonly settings: readonly Setting[];
  /** The templates it may stand on, null for every one; and those it may not. */
  readonly enabledOn: readonly string[] | null;
  readonly disabledOn: readonly string[];
  readonly tag: string;
  readonly className: string;
  /** Files in `assets/` that the page loads once when the block is on it. */
  readonly stylesheet: string | null;
  readonly javascript: string | null;
  /** What `{% stylesheet %}` and `{% javascript %}` hold. */
  readonly styles: string;
  readonly scripts: string;
}

/** A value that the theme editor lets the merchant set. */
export interface Setting {
  readonly id: string;
  readonly type: string;
  readonly default: SettingValue;
  /** Whether a merchant may set this value. */
  readonly allows: (value: unknown) => boolean;
}

export type SettingValue = string | number | boolean | null;

const text = z.string();
const common = { id: text.regex(/^[a-z0-9_]+$/), label: text, info: text.optional() };
const textual = { ...common, default: text.min(1).optional() };
const option = z.strictObject({ value: text, label: text, group: text.optional() });

/**
 * Input settings simulated here; any other type is refused. Source:
 * https://shopify.dev/docs/storefronts/themes/architecture/settings/input-settings
 */
const settingSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), content: text, info: text.optional() }),
  z.strictObject({ type: z.literal('paragraph'), content: text }),
  z.strictObject({ type: z.literal('text'), ...textual, placeholder: text.optional() }),
  z.strictObject({ type: z.literal('textarea'), ...textual, placeholder: text.optional() }),
  z.strictObject({ type: z.literal('richtext'), ...textual }),
  z.strictObject({ type: z.literal('inline_richtext'), ...textual }),
  z.strictObject({ type: z.literal('color'), ...textual }),
  z.strictObject({ type: z.literal('url'), ...textual }),
  z.strictObject({
    type: z.literal('text_alignment'),
    ...common,
    default: z.enum(['left', 'center', 'right']).optional(),
  }),
  z.strictObject({ type: z.literal('checkbox'), ...common, default: z.boolean().optional() }),
  z.strictObject({
    type: z.literal('number'),
    ...common,
    default: z.number().optional(),
    placeholder: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('range'),
    ...common,
    min: z.number(),
    max: z.number(),
    step: z.number().optional(),
    unit: text.max(3).optional(),
    default: z.number(),
  }),
  z.strictObject({
    type: z.enum(['select', 'radio']),
    ...common,
    options: z.array(option).min(1),
    default: text.optional(),
  }),
]);
type SettingEntry = z.infer<typeof settingSchema>;

/** The theme has no section groups, so that none can be named. */
const templates = z.strictObject({ templates: z.array(text).min(1) });

/** Source: https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration */
const blockSchema = z.strictObject({
  name: text.min(1),
  target: z.enum(['section', 'head', 'body', 'compliance_head']),
  tag: text.optional(),
  class: text.optional(),
  stylesheet: text.optional(),
  javascript: text.optional(),
  settings: z.array(settingSchema).default([]),
  enabled_on: templates.optional(),
  disabled_on: templates.optional(),
});
type BlockSchema = z.infer<typeof blockSchema>;

const TITLE_MAX = 25;

/** Reads one block's file. Throws, naming it, for anything Shopify would refuse. */
export function parseBlock(file: string, source: string, texts: ThemeTexts): ThemeBlock {
  const parts = { schema: [] as string[], stylesheet: [] as string[], javascript: [] as string[] };
  const template = source.replace(
    /\{%-?\s*(schema|stylesheet|javascript)\s*-?%\}([\s\S]*?)\{%-?\s*end\1\s*-?%\}/g,
    (_whole, kind: keyof typeof parts, inner: string) => {
      parts[kind].push(inner);
      return '';
    },
  );
  const fail = (problem: string): never => {
    throw new Error(`${file}: ${problem}`);
  };
  const [json, ...more] = parts.schema;
  if (json === undefined || more.length > 0) return fail('it needs one {% schema %}.');
  const parsed = blockSchema.safeParse(parseJson(file, json));
  if (!parsed.success) return fail(z.prettifyError(parsed.error));
  const schema = parsed.data;
  const title = merchantText(schema.name, texts);
  if (title.length > TITLE_MAX) fail(`its name has more than ${TITLE_MAX} characters.`);
  if (schema.enabled_on && schema.disabled_on) fail('it has both enabled_on and disabled_on.');
  const settings = schema.settings.flatMap((entry) => settingOf(entry, fail));
  const ids = settings.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) fail(`it has the setting ${twice} twice.`);
  return {
    name: file.replace(/^.*[/\\]|\.liquid$/g, ''),
    title,
    target: schema.target,
    template,
    settings,
    enabledOn: schema.enabled_on?.templates ?? null,
    disabledOn: schema.disabled_on?.templates ?? [],
    tag: schema.tag ?? 'div',
    className: schema.class ?? '',
    stylesheet: schema.stylesheet ?? null,
    javascript: schema.javascript ?? null,
    styles: parts.stylesheet.join('\n'),
    scripts: parts.javascript.join('\n'),
  };
}

function parseJson(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${file}: its schema is not JSON.`, { cause: error });
  }
}

/** `t:key` names a text for merchants. */
function merchantText(name: string, { schema }: ThemeTexts): string {
  return name.startsWith('t:') ? translate(schema, schema.fallback, name.slice(2)) : name;
}

function settingOf(entry: SettingEntry, fail: (problem: string) => never): Setting[] {
  switch (entry.type) {
    case 'header':
    case 'paragraph':
      return [];
    case 'checkbox':
      return [setting(entry, entry.default ?? false, (value) => typeof value === 'boolean')];
    case 'number':
      return [setting(entry, entry.default ?? null, (value) => typeof value === 'number')];
    case 'range': {
      const { min, max } = entry;
      const within = (value: unknown): boolean =>
        typeof value === 'number' && value >= min && value <= max;
      if (!within(entry.default)) fail(`the default of ${entry.id} is out of its range.`);
      return [setting(entry, entry.default, within)];
    }
    case 'select':
    case 'radio': {
      const values: unknown[] = entry.options.map(({ value }) => value);
      const among = (value: unknown): boolean => values.includes(value);
      const first = entry.default ?? entry.options[0]?.value ?? '';
      if (!among(first)) fail(`the default of ${entry.id} is none of its options.`);
      return [setting(entry, first, among)];
    }
    default:
      return [setting(entry, entry.default ?? null, (value) => typeof value === 'string')];
  }
}

function setting(
  { id, type }: { id: string; type: string },
  initial: SettingValue,
  allows: (value: unknown) => boolean,
): Setting {
  return { id, type, default: initial, allows };
}

/** A block's settings: what the merchant set, and the defaults of the rest. */
export function settingValues(
  block: ThemeBlock,
  chosen: Readonly<Record<string, unknown>>,
): Record<string, SettingValue> {
  for (const id of Object.keys(chosen)) {
    if (!block.settings.some((one) => one.id === id)) {
      throw new Error(`The block ${block.name} has no setting ${id}.`);
    }
  }
  return Object.fromEntries(
    block.settings.map((one) => {
      const value = chosen[one.id];
      if (value === undefined) return [one.id, one.default];
      if (!one.allows(value))
        throw new Error(`The setting ${one.id} cannot be ${JSON.stringify(value)}.`);
      return [one.id, value as SettingValue];
    }),
  );
}
