export const LINE_ITEM_FIELDS = `#graphql
  fragment LineItemFields on LineItemConnection {
    nodes {
      id
      title
      variantTitle
      quantity
      currentQuantity
      unfulfilledQuantity
      image {
        url
      }
      discountedTotalSet(withCodeDiscounts: true) {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
