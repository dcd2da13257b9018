/** Metafields of an order: kept as given, never interpreted. */
import type { Sources, TypeResolvers } from '../context.ts';
import type { Metafield, Order } from '../../world/model.ts';
import { gid } from '../../world/gid.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../connection.ts';

export function metafieldSource(metafield: Metafield): Sources['Metafield'] {
  return { kind: 'Metafield', metafield };
}

/** `metafield` and `metafields` of an owner. */
export function metafieldFields<Owner>(orderOf: (owner: Owner) => Order) {
  return {
    metafield: (
      owner: Owner,
      args: { readonly namespace?: string | null; readonly key: string },
    ) => {
      const kept = orderOf(owner).metafields.get(
        metafieldKey(args.namespace ?? 'custom', args.key),
      );
      return kept === undefined ? null : metafieldSource(kept);
    },
    metafields: (owner: Owner, args: ConnectionArgs & { readonly namespace?: string | null }) =>
      connection(
        [...orderOf(owner).metafields.values()]
          .filter((kept) => args.namespace == null || kept.namespace === args.namespace)
          .map(metafieldSource),
        args,
        ({ metafield }) => metafield.id,
      ),
  };
}

export function metafieldKey(namespace: string, key: string): string {
  return `${namespace}.${key}`;
}

export const metafieldResolver: TypeResolvers<'Metafield'> = {
  id: ({ metafield }) => gid('Metafield', metafield.id),
  legacyResourceId: ({ metafield }) => String(metafield.id),
  namespace: ({ metafield }) => metafield.namespace,
  key: ({ metafield }) => metafield.key,
  type: ({ metafield }) => metafield.type,
  value: ({ metafield }) => metafield.value,
  createdAt: ({ metafield }) => iso(metafield.createdAt),
  updatedAt: ({ metafield }) => iso(metafield.updatedAt),
};
