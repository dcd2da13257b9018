/** Metafields of an order: kept as given, never interpreted; another app's own ones are not there. */
import { createHash } from 'node:crypto';
import type { Context, Sources, TypeResolvers } from '../context.ts';
import type { Metafield, MetafieldDefinition, Order } from '../../world/model.ts';
import { gid } from '../../world/gid.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';
import {
  definitionOf,
  keptNamespace,
  mayUse,
  metafieldKey,
} from '../../world/orders/annotations/metafields.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import { notSimulated } from '../not-simulated.ts';

export function metafieldSource(order: Order, metafield: Metafield): Sources['Metafield'] {
  return { kind: 'Metafield', order, metafield };
}

export function mayRead(context: Context, { namespace }: Metafield): boolean {
  return mayUse(namespace, context.installation.app.id);
}

/** `metafield` and `metafields` of an owner. */
export function metafieldFields<Owner>(orderOf: (owner: Owner) => Order) {
  return {
    metafield: (
      owner: Owner,
      args: { readonly namespace?: string | null; readonly key: string },
      context: Context,
    ) => {
      const order = orderOf(owner);
      const namespace = keptNamespace(args.namespace, context.installation.app.id);
      const kept = order.metafields.get(metafieldKey(namespace, args.key));
      return kept && mayRead(context, kept) ? metafieldSource(order, kept) : null;
    },
    metafields: (
      owner: Owner,
      args: ConnectionArgs & {
        readonly namespace?: string | null;
        readonly keys?: readonly string[] | null;
      },
      context: Context,
    ) => {
      if (args.keys) throw notSimulated('metafields(keys:)');
      const order = orderOf(owner);
      const asked = args.namespace ?? null;
      const namespace = asked && keptNamespace(asked, context.installation.app.id);
      return connection(
        [...order.metafields.values()]
          .filter((kept) => mayRead(context, kept))
          .filter((kept) => namespace === null || kept.namespace === namespace)
          .map((kept) => metafieldSource(order, kept)),
        args,
        ({ metafield }) => metafield.id,
      );
    },
  };
}

/** Differs whenever the value does. Its algorithm is Shopify's own. */
export function compareDigest({ type, value }: Metafield): string {
  return createHash('sha256').update(`${type}\n${value}`).digest('hex');
}

export const metafieldResolver: TypeResolvers<'Metafield'> = {
  id: ({ metafield }) => gid('Metafield', metafield.id),
  legacyResourceId: ({ metafield }) => String(metafield.id),
  namespace: ({ metafield }) => metafield.namespace,
  key: ({ metafield }) => metafield.key,
  type: ({ metafield }) => metafield.type,
  value: ({ metafield }) => metafield.value,
  compareDigest: ({ metafield }) => compareDigest(metafield),
  definition: ({ metafield }, _args, { shop }) => definitionOf(shop, metafield),
  owner: ({ order }) => order,
  ownerType: () => 'ORDER',
  createdAt: ({ metafield }) => iso(metafield.createdAt),
  updatedAt: ({ metafield }) => iso(metafield.updatedAt),
};

export const metafieldDefinitionResolver: TypeResolvers<'MetafieldDefinition'> = {
  id: ({ id }: MetafieldDefinition) => gid('MetafieldDefinition', id),
  name: ({ name }) => name,
  namespace: ({ namespace }) => namespace,
  key: ({ key }) => key,
  description: ({ description }) => description,
  ownerType: () => 'ORDER',
  access: ({ access }) => access,
};
