import path from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { listFolder, readText } from '../../pages/extensions/files.ts';
import type {
  FlowActionSpec,
  FlowField,
  FlowSpec,
  FlowTriggerSpec,
} from '../../world/contracts/contract.ts';
import { AppTomlError } from './app-toml.ts';

/**
 * What an app's extensions bring to Flow, as Shopify CLI takes it on deploy: keys and rules of its own schemas
 * (@shopify/cli 4.8.2, `flow_trigger`, `flow_action`, `flow_trigger_lifecycle_callback`), which say the same as
 * https://shopify.dev/docs/apps/build/flow/triggers/reference and …/actions/reference. A template
 * (`flow_template`) is a workflow to copy: nothing of it runs before a merchant turns it on.
 */
const REFERENCES = [
  'customer_reference',
  'order_reference',
  'product_reference',
  'product_variant_reference',
  'company_reference',
  'company_contact_reference',
] as const;
const TRIGGER_TYPES = [
  'boolean',
  'email',
  'single_line_text_field',
  'number_decimal',
  'url',
] as const;
const ACTION_TYPES = [...TRIGGER_TYPES, 'multi_line_text_field', 'number_integer', 'date'] as const;

const handle = z
  .string()
  .max(30, 'Flow takes handles of 30 characters at most.')
  .regex(/^[a-zA-Z0-9-]+$/, 'A handle holds letters, digits and hyphens.');
const common = { name: z.string(), handle, description: z.string().default('') };
const field = z.object({
  type: z.string(),
  key: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  required: z.boolean().default(false),
});
const fileSchema = z.object({
  extensions: z.array(
    z.discriminatedUnion('type', [
      z.object({ ...common, type: z.literal('flow_trigger'), settings: settingsOf() }),
      z.object({
        ...common,
        type: z.literal('flow_action'),
        runtime_url: z.string(),
        settings: settingsOf(),
      }),
      z.object({ ...common, type: z.literal('flow_trigger_lifecycle_callback'), url: z.string() }),
      z.object({ ...common, type: z.literal('flow_template') }),
    ]),
  ),
});
const typeSchema = z.object({ extensions: z.array(z.object({ type: z.string() })).min(1) });

function settingsOf() {
  return z.object({ fields: z.array(field).default([]) }).default({ fields: [] });
}

/** Throws AppTomlError, naming the file, for what a deploy would refuse. A missing folder brings nothing. */
export async function readFlowExtensions(folder: string): Promise<FlowSpec> {
  const triggers: FlowTriggerSpec[] = [];
  const actions: FlowActionSpec[] = [];
  let lifecycleUrl: string | null = null;
  for (const { name } of (await listFolder(folder)).filter((entry) => entry.isDirectory())) {
    const file = path.join(folder, name, 'shopify.extension.toml');
    const text = await readText(file);
    if (text === null) continue;
    const content = parse(text);
    const types = typeSchema.safeParse(content).data?.extensions ?? [];
    if (!types.some(({ type }) => type.startsWith('flow_'))) continue;
    const parsed = fileSchema.safeParse(unified(content));
    if (!parsed.success) throw new AppTomlError(`${file}: ${z.prettifyError(parsed.error)}`);
    for (const extension of parsed.data.extensions) {
      const { handle: own, name: title, description } = extension;
      const shared = { handle: own, title, description };
      if (extension.type === 'flow_trigger') {
        triggers.push({ ...shared, fields: fieldsOf(file, extension.settings, TRIGGER_TYPES) });
      } else if (extension.type === 'flow_action') {
        const fields = fieldsOf(file, extension.settings, ACTION_TYPES);
        actions.push({ ...shared, fields, url: extension.runtime_url });
      } else if (extension.type === 'flow_trigger_lifecycle_callback') {
        lifecycleUrl = extension.url;
      }
    }
  }
  return { triggers, actions, lifecycleUrl };
}

/** What stands beside `[[extensions]]`, as `[settings]` in Shopify's examples, belongs to each extension of the file. */
function unified({ extensions, ...shared }: Readonly<Record<string, unknown>>): unknown {
  return {
    extensions: (extensions as readonly object[]).map((extension) => ({ ...shared, ...extension })),
  };
}

function fieldsOf(
  file: string,
  { fields }: { readonly fields: readonly z.infer<typeof field>[] },
  types: readonly string[],
): readonly FlowField[] {
  return fields.map(({ type, key, name, required }) => {
    if (REFERENCES.some((reference) => reference === type)) {
      const object = type.replace('_reference', '');
      const title = object.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());
      return { name: `${object}_id`, type, required, label: `${title} ID` };
    }
    if (!types.includes(type)) throw new AppTomlError(`${file}: NOT_SIMULATED field type ${type}.`);
    if (key === undefined) throw new AppTomlError(`${file}: a field of type ${type} needs a key.`);
    if (types === TRIGGER_TYPES && !/^[a-zA-Z\s]*$/.test(key)) {
      throw new AppTomlError(`${file}: "${key}" may hold letters and spaces only.`);
    }
    return { name: key, type, required, label: name ?? key };
  });
}
