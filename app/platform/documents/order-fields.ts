/** What decisions need of an order. Goes with the three fragments it names. */
export const ORDER_FIELDS = `#graphql
  fragment OrderFields on Order {
    id
    name
    createdAt
    processedAt
    updatedAt
    cancelledAt
    cancellation {
      staffNote
    }
    customer {
      id
    }
    purchasingEntity {
      __typename
    }
    displayFinancialStatus
    displayFulfillmentStatus
    returnStatus
    currencyCode
    presentmentCurrencyCode
    totalPriceSet {
      ...MoneyFields
    }
    lineItems(first: 50) {
      ...LineItemFields
    }
    fulfillmentOrders(first: 20, displayable: false) {
      ...FulfillmentOrderFields
    }
    transactions {
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
      parentTransaction {
        id
      }
      amountSet {
        ...MoneyFields
      }
    }
    refunds {
      id
      createdAt
      note
      totalRefundedSet {
        ...MoneyFields
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
  }
`;
