/** Goes with `PRESENTMENT_FIELDS`. */
export const SHIPPING_LINE_FIELDS = `#graphql
  fragment ShippingLineFields on ShippingLineConnection {
    nodes {
      title
      discountedPriceSet {
        ...PresentmentFields
      }
      taxLines {
        priceSet {
          ...PresentmentFields
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
