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
