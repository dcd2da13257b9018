/** An amount in both currencies of an order. */
export const MONEY_FIELDS = `#graphql
  fragment MoneyFields on MoneyBag {
    presentmentMoney {
      amount
      currencyCode
    }
    shopMoney {
      amount
      currencyCode
    }
  }
`;

/** An amount in the currency that the customer paid in. */
export const PRESENTMENT_FIELDS = `#graphql
  fragment PresentmentFields on MoneyBag {
    presentmentMoney {
      amount
      currencyCode
    }
  }
`;
