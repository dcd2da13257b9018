/** Goes with `MONEY_FIELDS`, `PRESENTMENT_FIELDS`, `DUTY_FIELDS` and the fragments below. */
export const REFUND_FIELDS = `#graphql
  fragment RefundFields on Refund {
    id
    createdAt
    note
    totalRefundedSet {
      ...MoneyFields
    }
    refundLineItems(first: 7) {
      ...RefundedLineFields
    }
    refundShippingLines(first: 2) {
      ...RefundedShippingFields
    }
    duties {
      amountSet {
        ...PresentmentFields
      }
      originalDuty {
        ...DutyFields
      }
    }
    transactions(first: 4) {
      ...RefundTransactionIds
    }
  }
`;

export const REFUNDED_LINE_FIELDS = `#graphql
  fragment RefundedLineFields on RefundLineItemConnection {
    nodes {
      quantity
      restockType
      lineItem {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;

/** Goes with `PRESENTMENT_FIELDS`. */
export const REFUNDED_SHIPPING_FIELDS = `#graphql
  fragment RefundedShippingFields on RefundShippingLineConnection {
    nodes {
      subtotalAmountSet {
        ...PresentmentFields
      }
      taxAmountSet {
        ...PresentmentFields
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;

export const REFUND_TRANSACTION_IDS = `#graphql
  fragment RefundTransactionIds on OrderTransactionConnection {
    nodes {
      id
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
