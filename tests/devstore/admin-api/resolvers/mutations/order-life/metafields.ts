/**
 * Metafields of orders and their definitions. What is refused, and with which words, is recorded in
 * airhorns/shopify-draft-proxy (fixtures/conformance, 2026-04/metafields); the limits are the schema's own.
 */
import { GraphQLError } from 'graphql';
import type { Context, Sources } from '../../../context.ts';
import { publishOrder } from '../../../../world/delivery/publish.ts';
import { typeOfGid } from '../../../../world/gid.ts';
import type { Metafield, MetafieldDefinition, Order } from '../../../../world/model.ts';
import {
  definitionOf,
  isReserved,
  keptNamespace,
  mayUse,
  metafieldKey,
} from '../../../../world/orders/annotations/metafields.ts';
import { readId } from '../../../inputs/ids.ts';
import { notSimulated } from '../../../not-simulated.ts';
import { compareDigest, metafieldSource } from '../../metafield.ts';
import { visibleOrder } from '../../sources.ts';

/** "The list of metafield values to set. Maximum of 25." */
const MOST_AT_ONCE = 25;
const ALPHABET = /^[\w-]*$/;

interface MetafieldInput {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  readonly compareDigest?: string | null;
}

interface UserError {
  readonly code: string;
  readonly elementIndex: number | null;
  readonly field: readonly string[];
  readonly message: string;
}

/** What one input comes to, before anything is written. */
interface Setting {
  readonly order: Order;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
}

/** Nothing is written unless all of it can be. */
function metafieldsSet(
  _root: null,
  { metafields }: { readonly metafields: readonly MetafieldInput[] },
  context: Context,
): object {
  if (metafields.length > MOST_AT_ONCE) {
    const message = `Exceeded the maximum metafields input limit of ${String(MOST_AT_ONCE)}.`;
    return refused([
      { code: 'LESS_THAN_OR_EQUAL_TO', elementIndex: null, field: ['metafields'], message },
    ]);
  }
  const settings: Setting[] = [];
  const userErrors: UserError[] = [];
  for (const [index, input] of metafields.entries()) {
    const setting = readSetting(input, String(index), context);
    if ('code' in setting) userErrors.push(setting);
    else settings.push(setting);
  }
  if (userErrors.length > 0) return refused(userErrors);
  const set = settings.map((setting) => write(setting, context));
  for (const order of new Set(settings.map((setting) => setting.order))) {
    publishOrder(context.kernel, context.shop, order);
  }
  return { metafields: set, userErrors: [] };
}

const refused = (userErrors: readonly UserError[]): object => ({ metafields: [], userErrors });

function readSetting(input: MetafieldInput, index: string, context: Context): Setting | UserError {
  const refusal = (code: string, message: string, ...field: string[]): UserError => ({
    code,
    elementIndex: null,
    field: ['metafields', index, ...field],
    message,
  });
  const owner = typeOfGid(input.ownerId);
  if (owner !== 'Order') throw notSimulated(`Mutation.metafieldsSet(ownerId: ${owner ?? 'none'})`);
  const order = visibleOrder(context, readId('Order', input.ownerId));
  if (!order) return refusal('INVALID', 'Owner does not exist.', 'ownerId');
  const appId = context.installation.app.id;
  const namespace = keptNamespace(input.namespace, appId);
  if (!mayUse(namespace, appId)) {
    return refusal(
      'APP_NOT_AUTHORIZED',
      'Access to this namespace and key on Metafields for this resource type is not allowed.',
    );
  }
  const misfit = misfitOf('namespace', namespace, 3, 255) ?? misfitOf('key', input.key, 2, 64);
  if (misfit) return refusal(misfit.code, misfit.message, misfit.field);
  const kept = order.metafields.get(metafieldKey(namespace, input.key));
  if (
    input.compareDigest !== undefined &&
    input.compareDigest !== (kept ? compareDigest(kept) : null)
  ) {
    return refusal(
      'STALE_OBJECT',
      'The metafield has been modified since it was loaded.',
      'compareDigest',
    );
  }
  const defined = definitionOf(context.shop, { namespace, key: input.key })?.type;
  if (defined !== undefined && (input.type ?? defined) !== defined) {
    return refusal(
      'INVALID_TYPE',
      `Type must be consistent with the definition’s type: ${defined}.`,
      'type',
    );
  }
  const type = defined ?? input.type;
  if (type == null) return refusal('BLANK', "Type can't be blank", 'type');
  if (input.value === '') return refusal('BLANK', "Value can't be blank.", 'value');
  return { order, namespace, key: input.key, type, value: input.value };
}

function misfitOf(field: 'key' | 'namespace', text: string, least: number, most: number) {
  const name = field === 'key' ? 'Key' : 'Namespace';
  if (text.length < least) {
    const message = `${name} is too short (minimum is ${String(least)} characters)`;
    return { code: 'TOO_SHORT', field, message };
  }
  if (text.length > most) {
    const message = `${name} is too long (maximum is ${String(most)} characters)`;
    return { code: 'TOO_LONG', field, message };
  }
  return ALPHABET.test(text)
    ? null
    : { code: 'INVALID', field, message: `${name} contains one or more invalid characters.` };
}

function write(
  { order, namespace, key, type, value }: Setting,
  { kernel }: Context,
): Sources['Metafield'] {
  const now = kernel.now();
  const name = metafieldKey(namespace, key);
  const kept: Metafield = order.metafields.get(name) ?? {
    id: kernel.nextId(),
    namespace,
    key,
    type,
    value,
    createdAt: now,
    updatedAt: now,
  };
  Object.assign(kept, { type, value, updatedAt: now });
  order.metafields.set(name, kept);
  return metafieldSource(order, kept);
}

interface DefinitionInput {
  readonly name: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly ownerType: string;
  readonly type: string;
  readonly description?: string | null;
  readonly access?: {
    readonly admin?: 'MERCHANT_READ' | 'MERCHANT_READ_WRITE' | null;
    readonly customerAccount?: 'NONE' | 'READ' | 'READ_WRITE' | null;
    readonly storefront?: 'NONE' | 'PUBLIC_READ' | null;
  } | null;
}

const SIMULATED = new Set([
  ...['name', 'namespace', 'key', 'ownerType', 'type', 'description', 'access'],
  // Their defaults, which the schema fills in.
  ...['pin', 'useAsCollectionCondition'],
]);
const NAMESPACE_NEEDED =
  'API client to have access to the namespace and the resource type associated with the metafield definition.\n';

function metafieldDefinitionCreate(
  _root: null,
  { definition }: { readonly definition: DefinitionInput },
  context: Context,
): object {
  const strange = Object.entries(definition).find(
    ([name, value]) => !SIMULATED.has(name) || value === true,
  );
  if (strange) throw notSimulated(`MetafieldDefinitionInput.${strange[0]}`);
  if (definition.ownerType !== 'ORDER') {
    throw notSimulated(`MetafieldDefinitionInput(ownerType: ${definition.ownerType})`);
  }
  const appId = context.installation.app.id;
  const namespace = keptNamespace(definition.namespace, appId);
  if (!mayUse(namespace, appId)) throw namespaceDenied();
  const own = isReserved(namespace);
  const access = definition.access ?? {};
  const refusal = (code: string, message: string, ...field: string[]): object => ({
    createdDefinition: null,
    userErrors: [{ code, field: ['definition', ...field], message }],
  });
  if (access.admin != null && !own) {
    const message =
      'Setting this access control is not permitted. It must be one of ["public_read_write"].';
    return refusal('INVALID', message);
  }
  const misfit = misfitOf('namespace', namespace, 3, 255) ?? misfitOf('key', definition.key, 2, 64);
  if (misfit) return refusal(misfit.code, misfit.message, misfit.field);
  const { metafieldDefinitions } = context.shop;
  const name = metafieldKey(namespace, definition.key);
  if (metafieldDefinitions.has(name)) {
    return refusal('TAKEN', 'Key is in use for Order metafields on the namespace.', 'key');
  }
  const created: MetafieldDefinition = {
    kind: 'MetafieldDefinition',
    id: context.kernel.nextId(),
    name: definition.name,
    namespace,
    key: definition.key,
    type: definition.type,
    description: definition.description ?? null,
    access: {
      admin: own ? (access.admin ?? 'PRIVATE') : 'PUBLIC_READ_WRITE',
      customerAccount: access.customerAccount ?? 'NONE',
      storefront: access.storefront ?? 'NONE',
    },
  };
  metafieldDefinitions.set(name, created);
  return { createdDefinition: created, userErrors: [] };
}

function namespaceDenied(): GraphQLError {
  const message = `Access denied for metafieldDefinitionCreate field. Required access: ${NAMESPACE_NEEDED}`;
  return new GraphQLError(message, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess: NAMESPACE_NEEDED,
    },
  });
}

export const metafieldMutations = { metafieldsSet, metafieldDefinitionCreate };
