import type { ShopDomain } from '../../domain/ids.ts';
import { namedCollections } from '../../domain/policy/document/named-collections.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { RefusalOf } from '../../domain/refusal.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { PolicyStore } from './ports.ts';
import type { Platform } from '../shared/platform.ts';

/** A shop's policy with what is needed to put it into words for customers. */
export interface PolicyToPublish {
  readonly policy: Policy;
  /** When it was saved; null for the one that every shop starts with. */
  readonly savedAt: EpochMs | null;
  readonly shop: {
    /** IANA name. */
    readonly timeZone: string;
    /** Titles of the collections that rules name, by id. */
    readonly collectionTitles: ReadonlyMap<string, string>;
  };
  /** The languages of the storefront, its own first. */
  readonly locales: readonly string[];
}

/** Reads the policy in force for customers to read. */
export async function readPublishedPolicy(
  deps: {
    readonly policies: PolicyStore;
    readonly platform: Pick<Platform, 'readShop' | 'collectionTitles'>;
  },
  shop: ShopDomain,
): Promise<Result<PolicyToPublish, RefusalOf<'platform_unavailable'>>> {
  const policy = await deps.policies.current(shop);
  const versions = await deps.policies.versions(shop);
  const saved = versions.find(({ version }) => version === policy.version);
  const profile = await deps.platform.readShop(shop);
  const titles = await deps.platform.collectionTitles(shop, namedCollections(policy));
  if (!profile.ok || !titles.ok) return err({ code: 'platform_unavailable' });
  const { timeZone, locales } = profile.value;
  return ok({
    policy,
    savedAt: saved?.savedAt ?? null,
    shop: { timeZone, collectionTitles: titles.value },
    locales: locales
      .filter(({ published }) => published)
      .toSorted((a, b) => Number(b.primary) - Number(a.primary))
      .map(({ locale }) => locale),
  });
}
