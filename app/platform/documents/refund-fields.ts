/** Goes with `MONEY_FIELDS`, `PRESENTMENT_FIELDS`, `DUTY_FIELDS` and `REFUNDED_LINE_FIELDS`. */
export const REFUND_FIELDS = `#graphql
  fragment RefundFields on Refund {
    id
    createdAt
    note
    totalRefundedSet {
      ...MoneyFields
    }
    refundLineItems(first: 50) {
      ...RefundedLineFields
    }
    refundShippingLines(first: 10) {
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
      }
    }
    duties {
      amountSet {
        ...PresentmentFields
      }
      originalDuty {
        ...DutyFields
      }
    }
    transactions(first: 25) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

export const REFUNDED_LINE_FIELDS = `#graphql
  fragment RefundedLineFields on RefundLineItemConnection {
    nodes {
      quantity
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
