/** Goes with `MONEY_FIELDS`. */
export const TRANSACTION_FIELDS = `#graphql
  fragment TransactionFields on OrderTransaction {
    id
    kind
    status
    gateway
    formattedGateway
    paymentDetails {
      ... on CardPaymentDetails {
        company
      }
    }
    manualPaymentGateway
    createdAt
    errorCode
    authorizationExpiresAt
    parentTransaction {
      id
    }
    amountSet {
      ...MoneyFields
    }
    fees {
      amount {
        amount
        currencyCode
      }
      taxAmount {
        amount
        currencyCode
      }
    }
  }
`;
