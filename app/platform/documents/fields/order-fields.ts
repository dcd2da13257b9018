import { DUTY_FIELDS } from './duty-fields.ts';
import { FULFILLMENT_ORDER_FIELDS, WORK_LINE_FIELDS } from './fulfillment-order-fields.ts';
import { LINE_ITEM_FIELDS } from './line-item-fields.ts';
import { MONEY_FIELDS, PRESENTMENT_FIELDS } from './money-fields.ts';
import {
  REFUND_FIELDS,
  REFUND_TRANSACTION_IDS,
  REFUNDED_LINE_FIELDS,
  REFUNDED_SHIPPING_FIELDS,
} from './refund-fields.ts';
import { SHIPPING_LINE_FIELDS } from './shipping-line-fields.ts';
import { TRANSACTION_FIELDS } from './transaction-fields.ts';

/**
 * What decisions need of an order, with all the fragments for it. Of its address, only the country.
 *
 * The platform charges for full pages before it lets a query run, and for a page about as the logarithm of its
 * size: the first pages hold what nearly all orders hold and the largest number of the same price. The rest of a
 * large order, its products' collections and a company's roles are read after it.
 */
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
      tags
    }
    purchasingEntity {
      ... on PurchasingCompany {
        location {
          id
        }
      }
    }
    paymentTerms {
      id
    }
    tags
    displayAddress {
      countryCodeV2
    }
    app {
      name
    }
    sourceName
    retailLocation {
      id
    }
    risk {
      recommendation
      assessments {
        riskLevel
      }
    }
    disputes {
      initiatedAs
      status
    }
    merchantEditable
    displayFinancialStatus
    displayFulfillmentStatus
    returnStatus
    fulfillments(first: 10) {
      status
      displayStatus
      inTransitAt
      deliveredAt
    }
    currencyCode
    presentmentCurrencyCode
    taxesIncluded
    dutiesIncluded
    totalPriceSet {
      ...MoneyFields
    }
    currentTotalPriceSet {
      ...MoneyFields
    }
    totalOutstandingSet {
      ...PresentmentFields
    }
    totalTipReceivedSet {
      ...PresentmentFields
    }
    totalCashRoundingAdjustment {
      paymentSet {
        ...PresentmentFields
      }
      refundSet {
        ...PresentmentFields
      }
    }
    shippingLines(first: 4) {
      ...ShippingLineFields
    }
    additionalFees {
      price {
        ...PresentmentFields
      }
      taxLines {
        priceSet {
          ...PresentmentFields
        }
      }
    }
    lineItems(first: 7) {
      ...LineItemFields
    }
    fulfillmentOrders(first: 4, displayable: false) {
      ...FulfillmentOrderFields
    }
    transactions {
      ...TransactionFields
    }
    refunds {
      ...RefundFields
    }
  }
  ${SHIPPING_LINE_FIELDS}
  ${LINE_ITEM_FIELDS}
  ${DUTY_FIELDS}
  ${FULFILLMENT_ORDER_FIELDS}
  ${WORK_LINE_FIELDS}
  ${TRANSACTION_FIELDS}
  ${REFUND_FIELDS}
  ${REFUNDED_LINE_FIELDS}
  ${REFUNDED_SHIPPING_FIELDS}
  ${REFUND_TRANSACTION_IDS}
  ${MONEY_FIELDS}
  ${PRESENTMENT_FIELDS}
`;
