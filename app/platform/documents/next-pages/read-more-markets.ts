import type {
  ReadMoreMarketsQuery,
  ReadMoreMarketsQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { MARKET_FIELDS } from '../fields/market-fields.ts';

export const READ_MORE_MARKETS = document<
  ReadMoreMarketsQuery,
  ReadMoreMarketsQueryVariables
>(`#graphql
  query ReadMoreMarkets($after: String!) {
    markets(first: 50, after: $after, type: REGION, query: "status:ACTIVE") {
      ...MarketFields
    }
  }
  ${MARKET_FIELDS}
`);
