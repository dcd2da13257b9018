/** No market has more countries than there are. */
export const MARKET_FIELDS = `#graphql
  fragment MarketFields on MarketConnection {
    nodes {
      id
      name
      conditions {
        regionsCondition {
          regions(first: 250) {
            nodes {
              name
              ... on MarketRegionCountry {
                code
              }
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
