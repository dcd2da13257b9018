import type { ReadShopQuery, ReadShopQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { MARKET_FIELDS } from '../fields/market-fields.ts';

export const READ_SHOP = document<ReadShopQuery, ReadShopQueryVariables>(`#graphql
  query ReadShop {
    shop {
      name
      contactEmail
      currencyCode
      enabledPresentmentCurrencies
      ianaTimezone
      primaryDomain {
        url
      }
      shopAddress {
        countryCodeV2
      }
    }
    shopLocales {
      locale
      name
      primary
      published
    }
    markets(first: 25, type: REGION, query: "status:ACTIVE") {
      ...MarketFields
    }
  }
  ${MARKET_FIELDS}
`);
