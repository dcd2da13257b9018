/**
 * Whether a payload is one that a trigger can begin with. The frame of the words, an unknown reference to a trigger, an
 * unknown field, a missing one, a wrong address and the size were recorded
 * (https://github.com/airhorns/shopify-draft-proxy, admin-platform-flow-trigger-receive); that they are said of a
 * trigger's own fields too is chosen.
 */
import type { FlowField, FlowTriggerSpec } from '../contracts/contract.ts';

/** Recorded: "payloads whose JSON representation exceeds 50000 bytes" are refused. */
const MAX_BYTES = 50_000;

export function faultsOf(
  { fields }: FlowTriggerSpec,
  payload: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (Buffer.byteLength(JSON.stringify(payload)) > MAX_BYTES) {
    return [`Properties size exceeds the limit of ${MAX_BYTES} bytes.`];
  }
  const known = new Map(fields.map((field) => [field.name, field]));
  const unknown = Object.keys(payload).filter((name) => !known.has(name));
  // A workflow cannot begin without what it is about.
  const missing = fields.filter(
    ({ name, type }) => type.endsWith('_reference') && (payload[name] ?? null) === null,
  );
  return [
    ...unknown.map((name) => `Invalid field: '${name}'.`),
    ...missing.map(({ name }) => `Required field missing: '${name}'.`),
    ...fields.flatMap((field) => {
      const value = payload[field.name];
      return value === undefined || value === null ? [] : typeFault(field, value);
    }),
  ];
}

function typeFault({ name, type }: FlowField, value: unknown): readonly string[] {
  const wrong = (why: string): readonly string[] => [`Type error for field '${name}': ${why}.`];
  const text = JSON.stringify(value);
  if (type.endsWith('_reference')) {
    return /^\d+$/.test(String(value)) ? [] : wrong(`${text} is not an id`);
  }
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong(`${text} is not a boolean`);
    case 'number_decimal':
      return Number.isFinite(Number(value)) ? [] : wrong(`${text} is not a number`);
    case 'url':
      return URL.canParse(String(value)) ? [] : wrong(`${String(value)} is not an absolute URL`);
    default:
      return typeof value === 'string' ? [] : wrong(`${text} is not a text`);
  }
}
