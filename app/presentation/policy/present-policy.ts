import type { SavedPolicyVersion } from '../../application/policy/ports.ts';
import type { PolicyPage } from '../../application/policy/read-policy-page.ts';
import type {
  PolicyPageView,
  PolicyShopView,
  PolicyVersionRow,
} from '../../contract/policy/policy-view.ts';

/** The policy's page, for the staff member who reads it. */
export function presentPolicyPage(page: PolicyPage, reader: { staffId: string }): PolicyPageView {
  return {
    policy: page.policy,
    versions: page.versions.map((version) => presentVersion(version, reader)),
    shop: presentShop(page),
  };
}

/** What stands in for the shop's own facts while the platform does not answer. */
const UNKNOWN_SHOP = { currencyCode: 'USD', timeZone: 'UTC', locales: ['en'], markets: [] };

function presentShop({ shop, gateways, collectionTitles }: PolicyPage): PolicyShopView {
  return {
    ...(shop
      ? {
          currencyCode: shop.currencyCode,
          timeZone: shop.timeZone,
          locales: shop.locales
            .filter(({ published, primary }) => published || primary)
            .toSorted((a, b) => Number(b.primary) - Number(a.primary))
            .map(({ locale }) => locale),
          markets: shop.markets.map(({ id, name, countries }) => ({
            id,
            name,
            countries: countries.map(({ code }) => code),
          })),
        }
      : UNKNOWN_SHOP),
    complete: shop !== null && gateways !== null && collectionTitles !== null,
    gateways: gateways ?? [],
    collectionTitles: Object.fromEntries(collectionTitles ?? []),
  };
}

/** The app knows no staff member's name: versions are told apart by whether the reader saved them. */
function presentVersion(
  { version, savedAt, savedBy }: SavedPolicyVersion,
  { staffId }: { readonly staffId: string },
): PolicyVersionRow {
  return { version, savedAt: new Date(savedAt).toISOString(), savedBy: who() };

  function who(): PolicyVersionRow['savedBy'] {
    if (savedBy.kind !== 'staff') return 'unorder';
    return savedBy.staffId === staffId ? 'you' : 'other';
  }
}
